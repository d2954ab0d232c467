/** The entities of a STEP file, as they are added. */
export interface StepEntities {
  lines: readonly string[]
  /** Answers the name to refer to it by, for example `#12`. */
  add(entity: string): string
}

type Triple = readonly [x: number, y: number, z: number]

export function stepEntities(): StepEntities {
  const lines: string[] = []
  return {
    lines,
    add(entity) {
      const name = `#${lines.length + 1}`
      lines.push(`${name}=${entity};`)
      return name
    },
  }
}

/** Corners of a box by which ends of its sides they have: bit 0 for x, 1 for y, 2 for z. */
const faces: readonly { loop: readonly [number, number, number, number]; normal: Triple; along: Triple }[] = [
  { loop: [0, 2, 3, 1], normal: [0, 0, -1], along: [1, 0, 0] },
  { loop: [4, 5, 7, 6], normal: [0, 0, 1], along: [1, 0, 0] },
  { loop: [0, 1, 5, 4], normal: [0, -1, 0], along: [1, 0, 0] },
  { loop: [2, 6, 7, 3], normal: [0, 1, 0], along: [1, 0, 0] },
  { loop: [0, 4, 6, 2], normal: [-1, 0, 0], along: [0, 1, 0] },
  { loop: [1, 3, 7, 5], normal: [1, 0, 0], along: [0, 1, 0] },
]

/**
 * A box as a boundary representation: six faces, each seen from outside against the clock, that share their twelve edges. Answers the
 * name of the solid.
 */
export function addBox({ add }: StepEntities, label: string, corner: Triple, size: Triple): string {
  const point = (at: Triple): string => add(`CARTESIAN_POINT('',(${at.map(real).join()}))`)
  const direction = (way: Triple): string => add(`DIRECTION('',(${way.map(real).join()}))`)
  const places = Array.from({ length: 8 }, (_, bits): Triple => {
    const end = (axis: 0 | 1 | 2): number => corner[axis] + ((bits >> axis) & 1) * size[axis]
    return [end(0), end(1), end(2)]
  })
  const points = places.map(point)
  const vertices = points.map((at) => add(`VERTEX_POINT('',${at})`))

  /** By both corners, from the lower to the higher. */
  const edges = new Map<string, string>()
  const edge = (from: number, to: number): string => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    const key = `${low} ${high}`
    let curve = edges.get(key)
    if (curve === undefined) {
      const way = high - low
      const vector = add(`VECTOR('',${direction([way & 1, (way >> 1) & 1, (way >> 2) & 1])},1.)`)
      const line = add(`LINE('',${points[low]},${vector})`)
      curve = add(`EDGE_CURVE('',${vertices[low]},${vertices[high]},${line},.T.)`)
      edges.set(key, curve)
    }
    return add(`ORIENTED_EDGE('',*,*,${curve},${from < to ? '.T.' : '.F.'})`)
  }

  const sides = faces.map(({ loop, normal, along }) => {
    const around = loop.map((from, index) => edge(from, loop[(index + 1) % 4] ?? from))
    const bound = add(`FACE_OUTER_BOUND('',${add(`EDGE_LOOP('',(${around.join()}))`)},.T.)`)
    const place = `${points[loop[0]]},${direction(normal)},${direction(along)}`
    const plane = add(`PLANE('',${add(`AXIS2_PLACEMENT_3D('',${place})`)})`)
    return add(`ADVANCED_FACE('',(${bound}),${plane},.T.)`)
  })
  return add(`MANIFOLD_SOLID_BREP('${label}',${add(`CLOSED_SHELL('',(${sides.join()}))`)})`)
}

/** A real of ISO 10303-21, which has a point: to a tenth of a micrometre. */
function real(value: number): string {
  const text = (Math.round(value * 10_000) / 10_000 + 0).toString()
  return text.includes('.') ? text : `${text}.`
}
