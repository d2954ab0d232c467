import type { Json } from '../../../src-shared/domain/recipe/json'
import type { Plan } from './plan'

/** Nodes of independent branches that are at work at the same time. */
const AT_ONCE = 4

/** Where in a walk a node stands: what ran before it, and which item of which list it is run for. */
export interface Scope {
  outputs: ReadonlyMap<string, Json>
  /** One number for each `control.each` around it, the outermost first. */
  path: readonly number[]
}

/** What came of a node. `items` is there for `control.each`, `branch` for `control.if`. */
export interface Step {
  output: Json
  items?: readonly Json[]
  branch?: boolean
}

export interface Walker {
  /** Undefined: it did not work, or nothing is to be begun any more. Never rejects. */
  act(id: string, scope: Scope): Promise<Step | undefined>
  /** Whether a node to which nothing leads begins in this run. */
  begins(id: string): boolean
  /** Asked before each node. */
  isStopped(): boolean
  /** These were walked for every item of a list. */
  walked(ids: Iterable<string>): Promise<void>
}

/**
 * Walks a plan: each node after all that lead to it, where at least one of these led on. What was walked for every item of a list
 * is, to the nodes behind, the list of what came of it. Resolves when everything that was begun has ended.
 */
export async function walk(plan: Plan, ids: Iterable<string>, scope: Scope, walker: Walker): Promise<ReadonlyMap<string, Json>> {
  const level = new Level(plan, plan.level(ids), scope)
  const running = new Set<Promise<void>>()
  const ready = level.first((id) => walker.begins(id))
  for (;;) {
    while (ready.length > 0 && running.size < AT_ONCE && !walker.isStopped()) {
      const id = ready.shift() as string
      const step = one(plan, id, level.scope, walker).then((ended) => {
        running.delete(step)
        ready.push(...level.ended(id, ended))
      })
      running.add(step)
    }
    if (running.size === 0) return level.scope.outputs
    await Promise.race(running)
  }
}

interface Ended {
  /** By node: of a `control.each`, its body's too. */
  outputs: ReadonlyMap<string, Json>
  branch: boolean | undefined
}

async function one(plan: Plan, id: string, scope: Scope, walker: Walker): Promise<Ended | undefined> {
  const step = await walker.act(id, scope)
  if (step === undefined) return undefined
  if (step.items === undefined) return { outputs: new Map([[id, step.output]]), branch: step.branch }
  const collected = new Map<string, Json[]>()
  for (const [index, item] of step.items.entries()) {
    if (walker.isStopped()) return undefined
    const outputs = new Map(scope.outputs).set(id, { item, index, items: [...step.items] })
    const body = await walk(plan, plan.body(id), { outputs, path: [...scope.path, index] }, walker)
    for (const inner of plan.body(id)) {
      const output = body.get(inner)
      if (output !== undefined) collected.set(inner, [...(collected.get(inner) ?? []), output])
    }
  }
  if (walker.isStopped()) return undefined
  if (scope.path.length === 0) await walker.walked(plan.body(id))
  return { outputs: new Map<string, Json>([...collected, [id, step.output]]), branch: undefined }
}

/** One walk without the bodies in it. */
class Level {
  private readonly waits = new Map<string, number>()
  private readonly led = new Set<string>()
  private readonly outputs: Map<string, Json>

  constructor(
    private readonly plan: Plan,
    private readonly ids: ReadonlySet<string>,
    private readonly around: Scope,
  ) {
    this.outputs = new Map(around.outputs)
    for (const id of ids) this.waits.set(id, plan.edgesTo(id).filter(({ from }) => !this.isAround(from)).length)
  }

  get scope(): Scope {
    return { outputs: this.outputs, path: this.around.path }
  }

  /** What may begin at once. What begins nothing in this run is passed over, with all that lies only behind it. */
  first(begins: (id: string) => boolean): string[] {
    const roots = [...this.ids].filter((id) => this.waits.get(id) === 0)
    const isBegun = (id: string) => this.plan.edgesTo(id).length > 0 || begins(id)
    return roots.flatMap((id) => (isBegun(id) ? [id] : this.ended(id, undefined)))
  }

  /** What may begin now that this one has ended, or was passed over. */
  ended(id: string, ended: Ended | undefined): string[] {
    for (const [node, output] of ended?.outputs ?? []) this.outputs.set(node, output)
    const ready: string[] = []
    const over = [{ id, ended }]
    for (let next = over.pop(); next; next = over.pop()) {
      for (const from of [next.id, ...this.plan.body(next.id)]) {
        const didRun = next.ended?.outputs.has(from) === true
        for (const { to, when } of this.plan.edgesFrom(from)) {
          const waits = this.waits.get(to)
          // Within a body: walked already, by whoever has just ended.
          if (waits === undefined) continue
          if (didRun && (when === undefined || from !== next.id || when === next.ended?.branch)) this.led.add(to)
          this.waits.set(to, waits - 1)
          if (waits > 1) continue
          if (this.led.has(to)) ready.push(to)
          else over.push({ id: to, ended: undefined })
        }
      }
    }
    return ready
  }

  /** A node of the walk around this one: the `control.each` that this is a body of. */
  private isAround(id: string): boolean {
    return !this.ids.has(id) && this.around.outputs.has(id)
  }
}
