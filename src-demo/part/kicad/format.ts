import { createHash } from 'node:crypto'
import { type Expression, text } from './expression'

/** What KiCad 8 writes, and 9 reads. Source: "File Formats" of KiCad's developer documentation. */
export const kicadVersion = { symbols: 20231120, footprint: 20240108, schematic: 20231120 } as const

/** The library that symbols and footprints are called by. */
export const libraryName = 'Neurocad'

/** What stands at the start of a file. */
export const fileHead = (version: number): Expression[] => [
  ['version', version],
  ['generator', text('neurocad')],
  ['generator_version', text('8.0')],
]

/** A UUID that is the same whenever the same thing is made again (RFC 9562, section 5.8). */
export function uuidOf(...what: (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(what)).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}

/** Letters of a height, in millimetres. */
export const effects = (height: number, ...more: Expression[]): Expression => [
  'effects',
  ['font', ['size', height, height], ...(height === 1 ? [['thickness', 0.15]] : [])],
  ...more,
]
