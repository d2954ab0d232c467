type MakeView = new (buffer: ArrayBuffer) => ArrayBufferView

const views: Record<string, MakeView> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
}

/** What kind of view it is; a Buffer arrives as the Uint8Array that it is. */
export function viewOf(view: ArrayBufferView): string {
  const name = Object.prototype.toString.call(view).slice(8, -1)
  return Object.hasOwn(views, name) ? name : 'Uint8Array'
}

export function rawView(name: string, buffer: ArrayBuffer): ArrayBufferView {
  const View = Object.hasOwn(views, name) ? views[name] : undefined
  if (!View) throw new TypeError(`not the codec's text: ${name}`)
  return new View(buffer)
}
