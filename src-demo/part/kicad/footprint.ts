import { type Package, type Pad, rounded } from '../package'
import type { Part } from '../part'
import { type Expression, text, written } from './expression'
import { effects, fileHead, kicadVersion, uuidOf } from './format'

/** Room to leave around pads and body. Millimetres, IPC-7351 "nominal". */
const COURTYARD = 0.25

/** The footprint of a part (`.kicad_mod`): pads, outline, courtyard. */
export function footprintFile(part: Part): string {
  const { package: type } = part
  const { body, pads } = type
  const isThroughHole = pads.some(({ drill }) => drill !== undefined)
  const reach = {
    x: rounded(Math.max(body.x / 2, ...pads.map(({ x, width }) => Math.abs(x) + width / 2)) + COURTYARD),
    y: rounded(Math.max(body.y / 2, ...pads.map(({ y, height }) => Math.abs(y) + height / 2)) + COURTYARD),
  }
  const label = (key: string, value: string, y: number, layer: string): Expression => [
    'property',
    text(key),
    text(value),
    ['at', 0, rounded(y), 0],
    ['layer', text(layer)],
    ['uuid', text(uuidOf(type.name, key))],
    effects(1),
  ]
  return written([
    'footprint',
    text(type.name),
    ...fileHead(kicadVersion.footprint),
    ['layer', text('F.Cu')],
    ['descr', text(type.description)],
    ['attr', isThroughHole ? 'through_hole' : 'smd'],
    label('Reference', 'REF**', -reach.y - 1, 'F.SilkS'),
    label('Value', part.number, reach.y + 1, 'F.Fab'),
    rectangle(type, { x: body.x / 2, y: body.y / 2 }, 0.1, 'F.Fab'),
    rectangle(type, reach, 0.05, 'F.CrtYd'),
    // Says which pin is the first.
    [
      'fp_circle',
      ['center', rounded(-reach.x - 0.4), pads[0]?.y ?? 0],
      ['end', rounded(-reach.x - 0.25), pads[0]?.y ?? 0],
      ['stroke', ['width', 0.12], ['type', 'solid']],
      ['fill', 'solid'],
      ['layer', text('F.SilkS')],
      ['uuid', text(uuidOf(type.name, 'first pin'))],
    ],
    ...pads.map((pad) => padExpression(type, pad)),
  ])
}

const rectangle = ({ name }: Package, { x, y }: { x: number; y: number }, width: number, layer: string): Expression => [
  'fp_rect',
  ['start', rounded(-x), rounded(-y)],
  ['end', rounded(x), rounded(y)],
  ['stroke', ['width', width], ['type', 'solid']],
  ['fill', 'none'],
  ['layer', text(layer)],
  ['uuid', text(uuidOf(name, layer))],
]

function padExpression({ name }: Package, { number, x, y, width, height, drill }: Pad): Expression {
  const place: Expression[] = [
    ['at', x, y],
    ['size', width, height],
  ]
  const id: Expression = ['uuid', text(uuidOf(name, 'pad', number))]
  const own = text(String(number))
  if (drill !== undefined) {
    const shape = number === 1 ? 'rect' : 'oval'
    return ['pad', own, 'thru_hole', shape, ...place, ['drill', drill], ['layers', text('*.Cu'), text('*.Mask')], id]
  }
  const layers: Expression = ['layers', text('F.Cu'), text('F.Paste'), text('F.Mask')]
  return ['pad', own, 'smd', 'roundrect', ...place, layers, ['roundrect_rratio', 0.25], id]
}
