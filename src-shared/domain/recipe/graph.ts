interface Edge {
  from: string
  to: string
}

/** Which nodes come before which. Edges whose ends are no nodes do not count. */
export interface Graph {
  /** Nodes of one circle, in its order and with the first again at the end; undefined where there is none. */
  cycle: string[] | undefined
  /** Whether a way leads from one node to another. Meaningful without a circle alone. */
  comesBefore(earlier: string, later: string): boolean
}

/** Takes 1,000 nodes and 10,000 edges in some milliseconds, whatever their shape, and never recurses. */
export function graphOf(ids: readonly string[], edges: readonly Edge[]): Graph {
  const position = new Map(ids.map((id, index) => [id, index]))
  const next: number[][] = ids.map(() => [])
  const waitsFor = new Uint32Array(ids.length)
  for (const { from, to } of edges) {
    const [start, end] = [position.get(from), position.get(to)]
    if (start === undefined || end === undefined) continue
    next[start]?.push(end)
    waitsFor[end] = (waitsFor[end] ?? 0) + 1
  }
  // A row of bits for each node: those before it. Filled in an order in which nothing comes before what leads to it.
  const words = Math.ceil(ids.length / 32)
  const before = ids.map(() => new Uint32Array(words))
  const ready = ids.flatMap((_, index) => (waitsFor[index] === 0 ? [index] : []))
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const end of next[node] ?? []) {
      addAll(before[end], before[node])
      addBit(before[end], node)
      waitsFor[end] = (waitsFor[end] ?? 0) - 1
      if (waitsFor[end] === 0) ready.push(end)
    }
  }
  return {
    cycle: cycleAmong(ids, next, waitsFor),
    comesBefore: (earlier, later) => {
      const [first, second] = [position.get(earlier), position.get(later)]
      if (first === undefined || second === undefined) return false
      return (((before[second]?.[first >>> 5] ?? 0) >>> (first & 31)) & 1) === 1
    },
  }
}

function addAll(row: Uint32Array | undefined, other: Uint32Array | undefined): void {
  if (row === undefined || other === undefined) return
  for (const [index, bits] of other.entries()) row[index] = (row[index] ?? 0) | bits
}

function addBit(row: Uint32Array | undefined, bit: number): void {
  if (row !== undefined) row[bit >>> 5] = (row[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

/** What still waits is on a circle or behind one; whoever goes back from it, along what waits, comes to a circle. */
function cycleAmong(ids: readonly string[], next: readonly number[][], waitsFor: Uint32Array): string[] | undefined {
  const start = waitsFor.findIndex((count) => count > 0)
  if (start === -1) return undefined
  const cameFrom = new Map<number, number>()
  for (const [index, ends] of next.entries()) {
    if ((waitsFor[index] ?? 0) === 0) continue
    for (const end of ends) cameFrom.set(end, index)
  }
  const path: number[] = []
  let node: number | undefined = start
  while (node !== undefined && !path.includes(node)) {
    path.push(node)
    node = cameFrom.get(node)
  }
  if (node === undefined) return undefined
  const circle = path.slice(path.indexOf(node)).reverse()
  const [first] = circle
  return first === undefined ? undefined : [...circle, first].map((index) => ids[index] ?? '')
}
