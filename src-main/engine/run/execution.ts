import type { RunSummary } from '../../../src-shared/contract/run'
import type { Actor } from '../../../src-shared/domain/actor'
import type { Json } from '../../../src-shared/domain/recipe/json'
import { isTrigger } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { resolveTemplates, TemplateError } from '../../../src-shared/domain/recipe/resolve-template'
import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import type { EventBody } from '../vault/vault-event'
import { actorOf, type Deployment } from './deployment-row'
import type { EarlierRun } from './earlier-run'
import { doNode } from './node/node-kinds'
import { NodeRecord } from './node-record'
import { cleanOutput } from './output'
import { Plan } from './plan'
import { Secrets } from './redact'
import type { CheckNodes, RunDependencies } from './run-dependencies'
import { failureOf, RunFailure, unusable } from './run-failure'
import { Connections } from './use-connection'
import { type Scope, type Step, walk } from './walk'
import { checkWrittenHost } from './written-host'

/** Of one run, whatever its lists come to. */
const MOST_STEPS = 10_000
/** Characters of JSON that the outputs of one run come to: they are in memory until it ends. */
const MOST_OUTPUT = 64 * 1024 * 1024

export type RunProgress = Extract<EventBody, { kind: 'run.node_ended' | 'run.finished' }>

export interface ExecutionOptions {
  id: string
  /** The run that this one goes on from, or itself: keys by which a provider knows a request again are made of it. */
  firstId: string
  deployment: Deployment
  /** What the triggers that begin it give, by node. */
  events: ReadonlyMap<string, Json>
  earlier: EarlierRun | undefined
  /** Writes what happened down. Rejects where the vault does not take it (any more). */
  write(event: RunProgress): Promise<void>
}

/** One run, from its triggers to its end. It acts as whoever deployed it, and keeps what it opens for one node at a time. */
export class Execution {
  readonly atWork = new Map<string, number>()
  private readonly plan: Plan
  private readonly actor: Actor
  private readonly records: ReadonlyMap<string, NodeRecord>
  private readonly secrets = new Secrets()
  private readonly aborting = new AbortController()
  private steps = 0
  private outputSize = 0
  private failed: NodeRecord | undefined
  private isCancelled = false

  constructor(
    private readonly deps: RunDependencies,
    private readonly check: CheckNodes,
    private readonly options: ExecutionOptions,
  ) {
    const { nodes, edges } = options.deployment
    this.plan = new Plan(nodes, edges)
    this.actor = actorOf(options.deployment)
    const bodies = bodiesOf(this.plan, nodes)
    this.records = new Map(nodes.map((node) => [node.id, new NodeRecord(node, bodies.has(node.id))]))
  }

  /** Begins no further node. */
  cancel(): void {
    this.isCancelled = true
  }

  /** The vault is being locked: what is on its way is given up. */
  interrupt(): void {
    this.aborting.abort()
  }

  async run(): Promise<void> {
    const walker = {
      act: (id: string, scope: Scope) => this.act(id, scope),
      begins: (id: string) => this.begins(id),
      isStopped: () => this.isStopped,
      walked: (ids: Iterable<string>) => this.writeAll(ids),
    }
    await walk(this.plan, this.records.keys(), { outputs: new Map(), path: [] }, walker)
    await this.writeAll(this.records.keys())
    await this.options.write({
      kind: 'run.finished',
      record: this.options.id,
      data: { status: this.status, failedNode: this.failed?.failedNode ?? null },
    })
  }

  private get isStopped(): boolean {
    return this.failed !== undefined || this.isCancelled || this.aborting.signal.aborted
  }

  private get status(): Exclude<RunSummary['status'], 'running'> {
    if (this.aborting.signal.aborted) return 'interrupted'
    if (this.failed) return 'failed'
    return this.isCancelled ? 'cancelled' : 'succeeded'
  }

  private begins(id: string): boolean {
    const { node } = this.recordOf(id)
    return !isTrigger(node.kind) || this.options.events.has(id)
  }

  private async act(id: string, scope: Scope): Promise<Step | undefined> {
    const record = this.recordOf(id)
    const { deps, options } = this
    const known = options.earlier?.step(record.node, scope.path)
    record.begun(deps.clock.now())
    this.atWork.set(id, deps.clock.now())
    try {
      const step = known ?? (await this.do(record.node, scope))
      record.gave(step.output, scope.path)
      if (scope.path.length === 0) await this.write(record)
      return step
    } catch (error) {
      await this.fail(record, error)
      return undefined
    } finally {
      this.atWork.delete(id)
    }
  }

  private async do(node: RecipeNode, scope: Scope): Promise<Step> {
    if (++this.steps > MOST_STEPS) throw unusable(words.tooManySteps(MOST_STEPS))
    const { deps, options, secrets, actor } = this
    const event = options.events.get(node.id)
    const [problem] = this.check(actor, options.deployment.recipeId, [node])
    if (problem !== undefined) {
      const { code, message, connectionId, status, recovery } = problem
      const facts = { code, message, recovery, ...(connectionId && { connectionId }), ...(status && { status }) }
      throw new RunFailure(facts, event)
    }
    if (isTrigger(node.kind)) return { output: this.cleaned(event ?? {}) }
    checkWrittenHost(node)
    const params = node.kind === 'note' ? node.params : resolved(node.params, scope.outputs)
    const connections = await Connections.open(deps, actor, node, { secrets, signal: this.aborting.signal })
    const { output, ...step } = await doNode(
      {
        node: { ...node, params },
        get own() {
          return connections.own
        },
        get delegated() {
          return connections.delegated
        },
        idempotencyKey: [options.firstId, node.id, ...scope.path].join(':'),
        recipe: { id: options.deployment.recipeId, name: options.deployment.recipeName },
        send: connections.send,
        doubt: connections.doubt,
      },
      deps,
    )
    return { ...step, output: this.cleaned(output) }
  }

  private async fail(record: NodeRecord, error: unknown): Promise<void> {
    const failure = failureOf(error, (unforeseen) => {
      const frames = unforeseen instanceof Error ? unforeseen.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : []
      this.deps.logger.error('a node of a run failed for no reason that has a name', { kind: record.node.kind, frames })
    })
    const { facts, output } = failure
    const hidden = new RunFailure({
      ...facts,
      message: this.secrets.hide(facts.message),
      ...(facts.providerError === undefined ? {} : { providerError: this.secrets.hide(facts.providerError) }),
    })
    record.failed(hidden, output === undefined ? undefined : cleanOutput(output, this.secrets))
    this.failed ??= record
    await this.write(record)
  }

  private cleaned(output: unknown): Json {
    const clean = cleanOutput(output, this.secrets)
    this.outputSize += JSON.stringify(clean).length
    if (this.outputSize > MOST_OUTPUT) throw unusable(words.outputsTooLarge)
    return clean
  }

  private recordOf(id: string): NodeRecord {
    const record = this.records.get(id)
    if (record === undefined) throw new RangeError('a walk left its plan')
    return record
  }

  private async writeAll(ids: Iterable<string>): Promise<void> {
    for (const id of ids) await this.write(this.recordOf(id))
  }

  private async write(record: NodeRecord): Promise<void> {
    if (record.isWritten) return
    record.isWritten = true
    await this.options.write(record.ended(this.options.id))
  }
}

export function bodiesOf(plan: Plan, nodes: readonly RecipeNode[]): Set<string> {
  return new Set(nodes.flatMap(({ id }) => [...plan.body(id)]))
}

function resolved(params: RecipeNode['params'], outputs: ReadonlyMap<string, Json>): RecipeNode['params'] {
  try {
    return resolveTemplates(params, outputs)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    throw new RunFailure({ code: error.code, message: error.message, recovery: 'edit_input' })
  }
}
