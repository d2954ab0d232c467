/** Where one pin is soldered. Millimetres, from the middle of the package, y downwards as KiCad has it. */
export interface Pad {
  number: number
  x: number
  y: number
  width: number
  height: number
  /** Diameter of the hole; none where it is soldered onto the surface. */
  drill?: number
}

/** A package of parts. Millimetres. */
export interface Package {
  /** As footprints of it are called. */
  name: string
  description: string
  body: { x: number; y: number; z: number }
  /** One for each pin, in the order of their numbers. */
  pads: readonly Pad[]
}

interface Rows {
  pins: number
  pitch: number
  /** From the middle of the package to the middle of a pad. */
  reach: number
  /** Away from the body. */
  length: number
  /** Along the body. */
  width: number
  drill?: number
}

/** Two rows: numbered down the left side and up the right one. */
export function twoRows({ pins, pitch, reach, length, width, drill }: Rows): Pad[] {
  const perSide = pins / 2
  return Array.from({ length: pins }, (_, index) => {
    const isLeft = index < perSide
    const place = isLeft ? index : pins - 1 - index
    const y = rounded((place - (perSide - 1) / 2) * pitch)
    return { number: index + 1, x: isLeft ? -reach : reach, y, width: length, height: width, ...(drill ? { drill } : {}) }
  })
}

/** Four rows: numbered against the clock, from the top of the left side on. */
export function fourRows({ pins, pitch, reach, length, width }: Rows): Pad[] {
  const perSide = pins / 4
  return Array.from({ length: pins }, (_, index) => {
    const side = Math.floor(index / perSide)
    const along = rounded(((index % perSide) - (perSide - 1) / 2) * pitch)
    const number = index + 1
    if (side === 0) return { number, x: -reach, y: along, width: length, height: width }
    if (side === 1) return { number, x: along, y: reach, width, height: length }
    if (side === 2) return { number, x: reach, y: -along, width: length, height: width }
    return { number, x: -along, y: -reach, width, height: length }
  })
}

/** To a micrometre, and never the negative zero. */
export const rounded = (millimetres: number): number => Math.round(millimetres * 1000) / 1000 + 0
