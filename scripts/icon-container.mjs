// The two icon formats that hold several PNG images: Windows' ICO and Apple's ICNS.

/**
 * A directory of images, then the images. Source: Microsoft, "The format of ICO files"; PNG in it since Windows Vista.
 * @param {{ size: number, png: Buffer }[]} images sides in pixels, 256 at the most
 */
export function ico(images) {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length + 16 * images.length
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16)
    // One byte for each side, in which 0 says 256.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)])
}

/** Apple's names for PNG images, by their side in pixels; a size may be an icon, and a smaller one for a dense display. */
const appleTypes = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
])

/**
 * Source: Apple, "Icon Services"; each entry is a name, its length with these eight bytes, and a PNG.
 * @param {Map<number, Buffer>} images by side in pixels
 */
export function icns(images) {
  const entries = [...images].flatMap(([size, png]) =>
    (appleTypes.get(size) ?? []).map((type) => Buffer.concat([Buffer.from(type, 'latin1'), length(png.length + 8), png])),
  )
  const body = Buffer.concat(entries)
  return Buffer.concat([Buffer.from('icns', 'latin1'), length(body.length + 8), body])
}

/** @param {number} bytes */
function length(bytes) {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(bytes)
  return four
}
