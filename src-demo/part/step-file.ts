import type { Part } from './part'
import { addBox, type StepEntities, stepEntities } from './step-solid'

/** Millimetres. */
const LEAD_HEIGHT = 0.2
/** Of a pad, in each direction, is covered by the lead on it. */
const COVERED = 0.8

/**
 * The body of a part and its leads as solids (ISO 10303-21, application protocol 214). Millimetres, the middle of the body's foot at the
 * origin, z upwards.
 */
export function stepFile({ number, description, package: type }: Part): string {
  const entities = stepEntities()
  const { body, pads } = type
  const solids = [
    addBox(entities, 'body', [-body.x / 2, -body.y / 2, LEAD_HEIGHT / 2], [body.x, body.y, body.z]),
    ...pads.map(({ number: pin, x, y, width, height }) => {
      const [w, h] = [width * COVERED, height * COVERED]
      return addBox(entities, `pin ${pin}`, [x - w / 2, -y - h / 2, 0], [w, h, LEAD_HEIGHT])
    }),
  ]
  addProduct(entities, number, description, solids)
  return [
    'ISO-10303-21;',
    'HEADER;',
    `FILE_DESCRIPTION((${quoted(description)}),'2;1');`,
    // Without the time: the same part is the same file whenever it is made.
    `FILE_NAME(${quoted(`${number}.step`)},'2026-01-01T00:00:00',(''),('Neurocad'),'neurocad','neurocad','');`,
    "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));",
    'ENDSEC;',
    'DATA;',
    ...entities.lines,
    'ENDSEC;',
    'END-ISO-10303-21;',
    '',
  ].join('\n')
}

/** What the solids are the shape of, and what their numbers measure. */
function addProduct({ add }: StepEntities, number: string, description: string, solids: string[]): void {
  const application = add("APPLICATION_CONTEXT('core data for automotive mechanical design processes')")
  add(`APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,${application})`)
  const context = add(`PRODUCT_CONTEXT('',${application},'mechanical')`)
  const product = add(`PRODUCT(${quoted(number)},${quoted(number)},${quoted(description)},(${context}))`)
  add(`PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,(${product}))`)
  const formation = add(`PRODUCT_DEFINITION_FORMATION('','',${product})`)
  const design = add(`PRODUCT_DEFINITION_CONTEXT('part definition',${application},'design')`)
  const definition = add(`PRODUCT_DEFINITION('design','',${formation},${design})`)
  const shape = add(`PRODUCT_DEFINITION_SHAPE('','',${definition})`)

  const length = add('(LENGTH_UNIT() NAMED_UNIT(*) SI_UNIT(.MILLI.,.METRE.))')
  const angle = add('(NAMED_UNIT(*) PLANE_ANGLE_UNIT() SI_UNIT($,.RADIAN.))')
  const solidAngle = add('(NAMED_UNIT(*) SI_UNIT($,.STERADIAN.) SOLID_ANGLE_UNIT())')
  const accuracy = add(
    `UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-07),${length},'distance_accuracy_value','confusion accuracy')`,
  )
  const geometry = add(
    `(GEOMETRIC_REPRESENTATION_CONTEXT(3) GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((${accuracy})) GLOBAL_UNIT_ASSIGNED_CONTEXT((${[length, angle, solidAngle].join()})) REPRESENTATION_CONTEXT('',''))`,
  )
  const origin = add("CARTESIAN_POINT('',(0.,0.,0.))")
  const [up, along] = [add("DIRECTION('',(0.,0.,1.))"), add("DIRECTION('',(1.,0.,0.))")]
  const placement = add(`AXIS2_PLACEMENT_3D('',${origin},${up},${along})`)
  const representation = add(`ADVANCED_BREP_SHAPE_REPRESENTATION('',(${[placement, ...solids].join()}),${geometry})`)
  add(`SHAPE_DEFINITION_REPRESENTATION(${shape},${representation})`)
}

/** A string of ISO 10303-21: an apostrophe is doubled, a backslash too; the rest of ours is plain ASCII. */
const quoted = (value: string): string => `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
