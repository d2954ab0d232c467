interface Branch<Value> {
  readonly named: Map<string, Branch<Value>>
  /** Where a parameter stands in the path. */
  parameter?: Branch<Value>
  /** By method. */
  readonly ends: Map<string, { value: Value; names: readonly string[] }>
}

/** Ids and keys of types as they really are. Anything else in a path is read by those who know every way to write one. */
const PLAIN = /^[\w-]+$/

/** Routes by method and path, `{name}` standing for one segment. It finds plain paths only: nothing encoded, no dots, no slash at the end. */
export class RouteTree<Value> {
  readonly #root: Branch<Value> = empty()

  add(method: string, path: string, value: Value): void {
    const names: string[] = []
    let branch = this.#root
    for (const segment of path.split('/')) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1]
      if (name === undefined) {
        const next: Branch<Value> = branch.named.get(segment) ?? empty()
        branch.named.set(segment, next)
        branch = next
      } else {
        names.push(name)
        branch.parameter ??= empty()
        branch = branch.parameter
      }
    }
    branch.ends.set(method, { value, names })
  }

  /** `params` is undefined for a route without any. */
  find(method: string, path: string): { value: Value; params: Record<string, string> | undefined } | undefined {
    const given: string[] = []
    let branch: Branch<Value> | undefined = this.#root
    for (const segment of path.split('/')) {
      const named: Branch<Value> | undefined = branch.named.get(segment)
      if (named === undefined) {
        if (!PLAIN.test(segment)) return undefined
        given.push(segment)
      }
      branch = named ?? branch.parameter
      if (branch === undefined) return undefined
    }
    const end = branch.ends.get(method)
    if (end === undefined) return undefined
    const { value, names } = end
    return {
      value,
      params: names.length === 0 ? undefined : Object.fromEntries(names.map((name, at) => [name, given[at] ?? ''])),
    }
  }
}

const empty = <Value>(): Branch<Value> => ({ named: new Map(), ends: new Map() })
