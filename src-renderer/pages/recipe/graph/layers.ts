import type { RecipeView } from '../../../../src-shared/contract/recipe'

type Shape = Pick<RecipeView, 'edges'> & { nodes: readonly { id: string }[] }

/** Nodes by layer: each stands behind everything that leads to it. Of a circle, which no recipe has, nothing is lost. */
export function layersOf({ nodes, edges }: Shape): string[][] {
  const next = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  const open = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { from, to } of edges) {
    next.get(from)?.push(to)
    open.set(to, (open.get(to) ?? 0) + 1)
  }
  const layers: string[][] = []
  const placed = new Set<string>()
  let layer = nodes.map(({ id }) => id).filter((id) => open.get(id) === 0)
  while (layer.length > 0) {
    layers.push(layer)
    for (const id of layer) placed.add(id)
    const following: string[] = []
    for (const id of layer) {
      for (const to of next.get(id) ?? []) {
        const left = (open.get(to) ?? 0) - 1
        open.set(to, left)
        if (left === 0) following.push(to)
      }
    }
    layer = following
  }
  const rest = nodes.map(({ id }) => id).filter((id) => !placed.has(id))
  return rest.length === 0 ? layers : [...layers, rest]
}

/** How far down each node stands: beside the first that leads to it, and at least `step` below the one above it. */
export function heightsOf({ edges }: Shape, layers: readonly string[][], step: number): ReadonlyMap<string, number> {
  const before = new Map<string, string>()
  for (const { from, to } of edges) if (!before.has(to)) before.set(to, from)
  const heights = new Map<string, number>()
  for (const layer of layers) {
    let free = 0
    for (const id of layer) {
      const height = Math.max(free, heights.get(before.get(id) ?? '') ?? 0)
      heights.set(id, height)
      free = height + step
    }
  }
  return heights
}
