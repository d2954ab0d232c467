import { type Part, plainName } from '../part'
import { type Expression, text, written } from './expression'
import { effects, fileHead, kicadVersion, libraryName, uuidOf } from './format'
import { placedPins, symbolOf } from './symbol'

/** About the middle of an A4 sheet, on the grid; millimetres, y downwards. */
const MIDDLE = { x: 148.59, y: 104.14 }

/** A sheet with the part in its middle, each pin on a net of its own name (`.kicad_sch`). */
export function schematicFile(part: Part): string {
  const name = plainName(part.number)
  const id = `${libraryName}:${name}`
  const sheet = uuidOf(part.number, 'sheet')
  return written([
    'kicad_sch',
    ...fileHead(kicadVersion.schematic),
    ['uuid', text(sheet)],
    ['paper', text('A4')],
    ['title_block', ['title', text(part.number)], ['comment', 1, text(part.description)]],
    ['lib_symbols', symbolOf(part, id)],
    ...placedPins(part).map(({ pin, x, y, angle }) => netLabel(part, pin.number, pin.name, x, y, angle)),
    instance(part, id, sheet, name),
    ['sheet_instances', ['path', text('/'), ['page', text('1')]]],
  ])
}

/** At the end of a pin, so that it is connected, and read away from the body. */
function netLabel(part: Part, number: number, name: string, x: number, y: number, pinAngle: 0 | 180): Expression {
  const angle = pinAngle === 0 ? 180 : 0
  return [
    'label',
    text(name),
    ['at', rounded(MIDDLE.x + x), rounded(MIDDLE.y - y), angle],
    effects(1.27, ['justify', angle === 180 ? 'right' : 'left', 'bottom']),
    ['uuid', text(uuidOf(part.number, 'label', number))],
  ]
}

function instance(part: Part, id: string, sheet: string, project: string): Expression {
  const reference = `${part.reference}1`
  const rows = Math.ceil(part.pins.length / 2)
  const property = (key: string, value: string, y: number, isHidden: boolean): Expression => [
    'property',
    text(key),
    text(value),
    ['at', MIDDLE.x, rounded(MIDDLE.y + y), 0],
    effects(1.27, ...(isHidden ? [['hide', 'yes']] : [])),
  ]
  return [
    'symbol',
    ['lib_id', text(id)],
    ['at', MIDDLE.x, MIDDLE.y, 0],
    ['unit', 1],
    ['exclude_from_sim', 'no'],
    ['in_bom', 'yes'],
    ['on_board', 'yes'],
    ['dnp', 'no'],
    ['uuid', text(uuidOf(part.number, 'instance'))],
    property('Reference', reference, -(rows + 3) * 1.27, false),
    property('Value', part.number, (rows + 3) * 1.27, false),
    property('Footprint', `${libraryName}:${part.package.name}`, 0, true),
    property('Datasheet', '~', 0, true),
    property('Description', part.description, 0, true),
    ...part.pins.map(
      ({ number }): Expression => ['pin', text(String(number)), ['uuid', text(uuidOf(part.number, 'pin', number))]],
    ),
    ['instances', ['project', text(project), ['path', text(`/${sheet}`), ['reference', text(reference)], ['unit', 1]]]],
  ]
}

const rounded = (millimetres: number): number => Math.round(millimetres * 10_000) / 10_000 + 0
