import { expect, test } from 'vitest'
import { catalogue } from '../../src-demo/part/catalogue'
import { footprintFile } from '../../src-demo/part/kicad/footprint'
import { schematicFile } from '../../src-demo/part/kicad/schematic'
import { symbolLibrary } from '../../src-demo/part/kicad/symbol'
import { stepFile } from '../../src-demo/part/step-file'
import { find, read, type Tree } from './s-expression'

/** First word of an entity. */
const kindOf = (entity: string): string => /^[A-Z_0-9]+/.exec(entity)?.[0] ?? ''

/** Entities of a STEP file by name. Throws where a line is not one. */
function entitiesOf(file: string): Map<string, string> {
  const data = /\nDATA;\n([\s\S]*)\nENDSEC;\nEND-ISO-10303-21;\n$/.exec(file)?.[1] ?? ''
  const lines = data.split('\n').map((line) => /^(#\d+)=(.+);$/.exec(line))
  return new Map(lines.map((line) => [line?.[1] ?? '', line?.[2] ?? '']))
}

const numbersOf = (trees: Tree[]): string[] => trees.map((tree) => String(tree[1])).sort((a, b) => Number(a) - Number(b))
const at = (tree: Tree): [number, number] => [Number(find(tree, 'at')[0]?.[1]), Number(find(tree, 'at')[0]?.[2])]

test('there are parts of every kind of package, each with one pad for a pin', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(12)
  for (const { number, pins, package: type } of catalogue) {
    expect([number, type.pads.map((pad) => pad.number)]).toEqual([number, pins.map((pin) => pin.number)])
    expect(new Set(type.pads.map(({ x, y }) => `${x} ${y}`)).size).toBe(pins.length)
  }
})

test.each(catalogue)('the symbol of $number has its pins, on the grid, none on another', (part) => {
  const library = read(symbolLibrary(part))
  expect([library[0], find(library, 'version')[0]?.[1]]).toEqual(['kicad_symbol_lib', '20231120'])
  const [symbol] = find(library, 'symbol')
  const properties = Object.fromEntries(find(symbol, 'property').map(([, key, value]) => [key, value]))
  expect(properties).toMatchObject({ Reference: part.reference, Value: part.number, Footprint: `Neurocad:${part.package.name}` })
  const units = find(symbol, 'symbol')
  expect(units.map(([, name]) => name)).toEqual([`${symbol?.[1]}_0_1`, `${symbol?.[1]}_1_1`])
  const pins = find(units[1], 'pin')
  expect(pins.map((pin) => [find(pin, 'number')[0]?.[1], find(pin, 'name')[0]?.[1]])).toEqual(
    part.pins.map(({ number, name }) => [String(number), name]),
  )
  for (const place of pins.flatMap(at)) expect(Math.abs(place / 1.27 - Math.round(place / 1.27))).toBeLessThan(1e-6)
  expect(new Set(pins.map((pin) => at(pin).join())).size).toBe(part.pins.length)
})

test.each(catalogue)('the footprint of $number has a pad for each pin, inside its courtyard', (part) => {
  const footprint = read(footprintFile(part))
  expect([footprint[0], footprint[1], find(footprint, 'version')[0]?.[1]]).toEqual(['footprint', part.package.name, '20240108'])
  const pads = find(footprint, 'pad')
  expect(numbersOf(pads)).toEqual(part.pins.map(({ number }) => String(number)))
  const courtyard = find(footprint, 'fp_rect').find((rectangle) => find(rectangle, 'layer')[0]?.[1] === 'F.CrtYd')
  const [, right, bottom] = (find(courtyard, 'end')[0] ?? []).map(Number)
  for (const pad of pads) {
    const [[x, y], [, width, height]] = [at(pad), (find(pad, 'size')[0] ?? []).map(Number)]
    expect(Math.abs(x) + (width ?? 0) / 2).toBeLessThanOrEqual(right ?? 0)
    expect(Math.abs(y) + (height ?? 0) / 2).toBeLessThanOrEqual(bottom ?? 0)
  }
  const ids = JSON.stringify(footprint).match(/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g) ?? []
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(catalogue)('the schematic of $number has its own symbol, one instance of it, and a net on each pin', (part) => {
  const sheet = read(schematicFile(part))
  expect([sheet[0], find(sheet, 'version')[0]?.[1]]).toEqual(['kicad_sch', '20231120'])
  const [library] = find(find(sheet, 'lib_symbols')[0], 'symbol')
  const [instance, ...others] = find(sheet, 'symbol')
  expect(others).toEqual([])
  expect(find(instance, 'lib_id')[0]?.[1]).toBe(library?.[1])
  const path = find(find(find(instance, 'instances')[0], 'project')[0], 'path')[0]
  expect(path?.[1]).toBe(`/${find(sheet, 'uuid')[0]?.[1]}`)
  expect(numbersOf(find(instance, 'pin'))).toEqual(part.pins.map(({ number }) => String(number)))
  const [middleX, middleY] = at(instance ?? [])
  const ends = find(find(library, 'symbol')[1], 'pin').map((pin) => {
    const [x, y] = at(pin)
    return `${(middleX + x).toFixed(2)} ${(middleY - y).toFixed(2)}`
  })
  expect(
    find(sheet, 'label').map((label) =>
      at(label)
        .map((place) => place.toFixed(2))
        .join(' '),
    ),
  ).toEqual(ends)
})

test.each(catalogue)('the solid of $number is closed: every name is defined, and each edge is walked once each way', (part) => {
  const file = stepFile(part)
  expect(file).toMatch(
    /^ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION\(.+\);\nFILE_NAME\(.+\);\nFILE_SCHEMA\(\('AUTOMOTIVE_DESIGN .+'\)\);\nENDSEC;/,
  )
  const entities = entitiesOf(file)
  const named = [...entities.values()].flatMap((entity) => entity.replaceAll(/'(?:[^']|'')*'/g, '').match(/#\d+/g) ?? [])
  expect(named.filter((name) => !entities.has(name))).toEqual([])
  const of = (kind: string) => [...entities.values()].filter((entity) => kindOf(entity) === kind)
  const solids = part.pins.length + 1
  expect(
    [of('MANIFOLD_SOLID_BREP'), of('ADVANCED_FACE'), of('EDGE_CURVE'), of('VERTEX_POINT')].map(({ length }) => length),
  ).toEqual([1, 6, 12, 8].map((each) => each * solids))
  const walked = of('ORIENTED_EDGE')
    .map((edge) => edge.replace("ORIENTED_EDGE('',*,*,", ''))
    .sort()
  const edges = [...entities].filter(([, entity]) => kindOf(entity) === 'EDGE_CURVE').map(([name]) => name)
  expect(walked).toEqual(edges.flatMap((edge) => [`${edge},.T.)`, `${edge},.F.)`]).sort())
  for (const kind of ['PRODUCT', 'SHAPE_DEFINITION_REPRESENTATION', 'ADVANCED_BREP_SHAPE_REPRESENTATION'])
    expect(of(kind)).toHaveLength(1)
})
