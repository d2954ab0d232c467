import type { NodeKind } from '../../../src-shared/domain/recipe/node-kind'

export interface PlanNode {
  id: string
  kind: NodeKind
}

export interface PlanEdge {
  from: string
  to: string
  when?: boolean | undefined
}

/**
 * The graph of a recipe, as it is walked. What lies only behind a `control.each` is its body: it is walked once for each item, and
 * is no part of the walk around it. Bodies may hold others.
 */
export class Plan {
  private readonly out = new Map<string, PlanEdge[]>()
  private readonly in = new Map<string, PlanEdge[]>()
  /** Everything behind each `control.each`, bodies within it included. */
  private readonly bodies = new Map<string, Set<string>>()

  constructor(nodes: readonly PlanNode[], edges: readonly PlanEdge[]) {
    for (const { id } of nodes) {
      this.out.set(id, [])
      this.in.set(id, [])
    }
    for (const edge of edges) {
      this.out.get(edge.from)?.push(edge)
      this.in.get(edge.to)?.push(edge)
    }
    const order = this.ordered(nodes.map(({ id }) => id))
    for (const { id, kind } of nodes) if (kind === 'control.each') this.bodies.set(id, this.bodyOf(id, order))
  }

  edgesFrom(id: string): readonly PlanEdge[] {
    return this.out.get(id) ?? []
  }

  edgesTo(id: string): readonly PlanEdge[] {
    return this.in.get(id) ?? []
  }

  /** Empty for every other node than a `control.each`. */
  body(id: string): ReadonlySet<string> {
    return this.bodies.get(id) ?? new Set()
  }

  /** Of these nodes, those that no `control.each` among them walks. */
  level(ids: Iterable<string>): Set<string> {
    const level = new Set(ids)
    const walked = [...level].flatMap((id) => [...this.body(id)])
    for (const id of walked) level.delete(id)
    return level
  }

  private bodyOf(each: string, order: readonly string[]): Set<string> {
    const body = new Set<string>()
    for (const id of order) {
      const before = this.edgesTo(id)
      if (before.length > 0 && before.every(({ from }) => from === each || body.has(from))) body.add(id)
    }
    return body
  }

  /** Each after all that lead to it. */
  private ordered(ids: readonly string[]): string[] {
    const waits = new Map(ids.map((id) => [id, this.edgesTo(id).length]))
    const order = ids.filter((id) => waits.get(id) === 0)
    for (const id of order)
      for (const { to } of this.edgesFrom(id)) {
        const left = (waits.get(to) ?? 0) - 1
        waits.set(to, left)
        if (left === 0) order.push(to)
      }
    return order
  }
}
