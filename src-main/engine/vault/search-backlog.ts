import { comparePositions, type Position } from './list-order'
import type { Store } from './store'

/** So many places are read off the tables at once: about a millisecond of them. */
const MOST_READ = 256

interface Placed {
  id: string
  /** Undefined where there is no such connection any more. */
  position: Position | undefined
}

/**
 * Connections that have changed, to be taken a few at a time, the last ones in the order of lists first: each of the others then has
 * its place before one that is right. However many there are, what is taken next is found in a step that does not grow with them.
 */
export class SearchBacklog {
  /** Whose place is not known yet. */
  private readonly fresh = new Set<string>()
  /** The one place of each that counts: where it has changed again since, an earlier one is still in the heap. */
  private readonly places = new Map<string, Placed>()
  /** A binary heap: each comes after the two that are below it. */
  private readonly heap: Placed[] = []

  get size(): number {
    return this.fresh.size + this.places.size
  }

  add(id: string): void {
    this.places.delete(id)
    this.fresh.add(id)
  }

  /** The last `limit` of them, which it then forgets; fewer, or none, while there are more whose places it does not know. */
  takeLast(store: Store, limit: number): string[] {
    this.readPlaces(store)
    const taken: string[] = []
    while (this.fresh.size === 0 && this.places.size > 0 && taken.length < limit) {
      const last = this.pop()
      if (last === undefined || this.places.get(last.id) !== last) continue
      this.places.delete(last.id)
      taken.push(last.id)
    }
    return taken
  }

  takeAll(): string[] {
    const all = [...this.fresh, ...this.places.keys()]
    this.fresh.clear()
    this.places.clear()
    this.heap.length = 0
    return all
  }

  private readPlaces(store: Store): void {
    const ids: string[] = []
    for (const id of this.fresh) {
      if (ids.length === MOST_READ) break
      ids.push(id)
    }
    if (ids.length === 0) return
    const rows = store.all('SELECT id, rank, name_key, n FROM connection WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ])
    const positions = new Map(
      rows.map(({ id, rank, name_key, n }) => [id, [Number(rank), String(name_key), Number(n)] as Position]),
    )
    for (const id of ids) {
      this.fresh.delete(id)
      const placed = { id, position: positions.get(id) }
      this.places.set(id, placed)
      this.push(placed)
    }
  }

  private push(placed: Placed): void {
    const { heap } = this
    let at = heap.push(placed) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = heap[above]
      if (other === undefined || !isAfter(placed, other)) break
      heap[at] = other
      at = above
    }
    heap[at] = placed
  }

  private pop(): Placed | undefined {
    const { heap } = this
    const first = heap[0]
    const moved = heap.pop()
    if (moved === undefined || heap.length === 0) return first
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      const isRight = left !== undefined && right !== undefined && isAfter(right, left)
      const below = isRight ? right : left
      if (below === undefined || !isAfter(below, moved)) break
      heap[at] = below
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = moved
    return first
  }
}

/** Those that there are no more are in nobody's way, and go first. */
function isAfter(a: Placed, b: Placed): boolean {
  if (b.position === undefined) return false
  return a.position === undefined || comparePositions(a.position, b.position) > 0
}
