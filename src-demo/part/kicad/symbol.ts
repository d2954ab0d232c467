import { type Part, type Pin, plainName } from '../part'
import { type Expression, text, written } from './expression'
import { effects, fileHead, kicadVersion, libraryName } from './format'

/** KiCad's grid: 50 mil, in millimetres. */
const GRID = 1.27
const LETTERS = 1.27
const PIN_LENGTH = 2 * GRID

/** Where a pin of a symbol ends, millimetres, y upwards as symbols have it; `angle` is the way from there to the body, degrees. */
export interface PlacedPin {
  pin: Pin
  x: number
  y: number
  angle: 0 | 180
}

/** Down the left side and up the right one, like the part itself. */
export function placedPins({ pins }: Part): PlacedPin[] {
  const onLeft = Math.ceil(pins.length / 2)
  const { reach } = bodyOf(pins)
  return pins.map((pin, index) => {
    const isLeft = index < onLeft
    const row = isLeft ? index : pins.length - 1 - index
    const y = rounded(((onLeft - 1) / 2 - row) * 2 * GRID)
    return isLeft ? { pin, x: rounded(-reach - PIN_LENGTH), y, angle: 0 } : { pin, x: rounded(reach + PIN_LENGTH), y, angle: 180 }
  })
}

/** A library with the one symbol of a part (`.kicad_sym`). */
export const symbolLibrary = (part: Part): string =>
  written(['kicad_symbol_lib', ...fileHead(kicadVersion.symbols), symbolOf(part, plainName(part.number))])

/** @param name that the symbol is found by; a schematic has its library before it */
export function symbolOf(part: Part, name: string): Expression {
  const own = plainName(part.number)
  const { reach, top } = bodyOf(part.pins)
  const property = (key: string, value: string, y: number, isHidden: boolean): Expression => [
    'property',
    text(key),
    text(value),
    ['at', 0, rounded(y), 0],
    effects(LETTERS, ...(isHidden ? [['hide', 'yes']] : [])),
  ]
  return [
    'symbol',
    text(name),
    ['exclude_from_sim', 'no'],
    ['in_bom', 'yes'],
    ['on_board', 'yes'],
    property('Reference', part.reference, top + 2 * GRID, false),
    property('Value', part.number, -top - 2 * GRID, false),
    property('Footprint', `${libraryName}:${part.package.name}`, 0, true),
    property('Datasheet', '~', 0, true),
    property('Description', part.description, 0, true),
    [
      'symbol',
      text(`${own}_0_1`),
      [
        'rectangle',
        ['start', -reach, top],
        ['end', reach, -top],
        ['stroke', ['width', 0.254], ['type', 'default']],
        ['fill', ['type', 'background']],
      ],
    ],
    ['symbol', text(`${own}_1_1`), ...placedPins(part).map(pinExpression)],
  ]
}

const pinExpression = ({ pin, x, y, angle }: PlacedPin): Expression => [
  'pin',
  pin.role,
  'line',
  ['at', x, y, angle],
  ['length', PIN_LENGTH],
  ['name', text(pin.name), effects(LETTERS)],
  ['number', text(String(pin.number)), effects(LETTERS)],
]

/** Wide enough for two names beside each other, on the grid. */
function bodyOf(pins: readonly Pin[]): { reach: number; top: number } {
  const longest = Math.max(...pins.map(({ name }) => name.length))
  const rows = Math.ceil(pins.length / 2)
  return { reach: rounded(Math.max(4, longest + 2) * GRID), top: rounded((rows + 1) * GRID) }
}

const rounded = (millimetres: number): number => Math.round(millimetres * 10_000) / 10_000 + 0
