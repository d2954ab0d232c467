import type { RunSummary, RunView } from '../../../src-shared/contract/run'
import type { Actor } from '../../../src-shared/domain/actor'
import type { Json } from '../../../src-shared/domain/recipe/json'
import { isTrigger } from '../../../src-shared/domain/recipe/node-kind'
import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import { personOf } from '../connection/provider-apps'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import { runDelivery } from '../vault/recipe-event'
import { type Deployment, findDeployment } from './deployment-row'
import { EarlierRun } from './earlier-run'
import { bodiesOf, Execution, type RunProgress } from './execution'
import { Plan } from './plan'
import type { CheckNodes, RunDependencies } from './run-dependencies'
import { findRun, runSummary, runView } from './run-view'

/** Runs that are at work at the same time; the others wait for their turn. */
const AT_ONCE = 8
/** How long whoever starts a run waits for its end. */
const WAIT_MS = 10_000
/** How long a lock waits for what was sent. */
const GRACE_MS = 2000

interface Start {
  cause: RunSummary['cause']
  by: { subject: string; label: string } | null
  events: ReadonlyMap<string, Json>
  retryOf?: string
  deliveryId?: string
}

interface Running {
  execution: Execution
  ended: Promise<void>
}

/** Every run of an open vault: begun, watched, cancelled, and left tidy when it is locked. */
export class Runs {
  private readonly running = new Map<string, Running>()
  private readonly waiting: (() => void)[] = []
  private atWork = 0
  private isClosed = false

  constructor(
    private readonly deps: RunDependencies,
    private readonly check: CheckNodes,
  ) {}

  /** What was running when the program ended was interrupted. */
  async recover(): Promise<void> {
    const { store } = this.deps.vault
    const left = store.all("SELECT id FROM run WHERE status = 'running'").map(({ id }) => String(id))
    for (const id of left)
      await this.write({ kind: 'run.finished', record: id, data: { status: 'interrupted', failedNode: null } })
  }

  /** By hand, with what its manual triggers give; where it has none, every trigger gives that, so that it can be tried. */
  async start(actor: Actor, deploymentId: string, input: Json = {}): Promise<RunView> {
    const deployment = this.active(deploymentId)
    const triggers = deployment.nodes.filter(({ kind }) => isTrigger(kind))
    const manual = triggers.filter(({ kind }) => kind === 'manual.trigger')
    const begun = manual.length > 0 ? manual : triggers
    const events = new Map(begun.map(({ id }) => [id, input]))
    return this.awaited(actor, await this.begin(deployment, { cause: 'manual', by: personOf(actor), events }))
  }

  /** From a trigger. Undefined: this delivery has started it before. */
  heard(
    deployment: Deployment,
    nodeId: string,
    output: Json,
    start: Pick<Start, 'cause' | 'deliveryId'>,
  ): Promise<string | undefined> {
    return this.begin(deployment, { ...start, by: null, events: new Map([[nodeId, output]]) })
  }

  /** Another run, from where one failed or was interrupted. Throws `RUN_NOT_FAILED`. */
  async retry(actor: Actor, id: string): Promise<RunView> {
    const row = findRun(this.deps.vault, id)
    if (row.status !== 'failed' && row.status !== 'interrupted') throw new EngineError('RUN_NOT_FAILED')
    const deployment = this.active(String(row.deployment_id))
    const earlier = this.earlierOf(deployment, id)
    const begun = deployment.nodes.flatMap(({ id: node, kind }): [string, Json][] => {
      const started = isTrigger(kind) ? earlier.started(node) : undefined
      if (started === undefined) return []
      if (started.output === undefined) throw new EngineError('RUN_NOT_FAILED', {}, words.eventNotKept)
      return [[node, started.output]]
    })
    const start = { cause: 'retry', by: personOf(actor), events: new Map(begun), retryOf: id } as const
    return this.awaited(actor, await this.begin(deployment, start))
  }

  /** Begins nothing more of it. One that has ended stays as it is. */
  async cancel(actor: Actor, id: string): Promise<RunView> {
    findRun(this.deps.vault, id)
    const running = this.running.get(id)
    running?.execution.cancel()
    return this.awaited(actor, id)
  }

  view(actor: Actor, id: string): RunView {
    return runView(this.deps.vault, actor, findRun(this.deps.vault, id), this.running.get(id)?.execution.atWork)
  }

  /** The vault is being locked: nothing more is begun, and what is on its way is given up and written down as interrupted. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const { execution } of this.running.values()) execution.interrupt()
    for (const start of this.waiting.splice(0)) start()
    if (this.running.size === 0) return
    let callOff = () => {}
    const grace = new Promise<void>((resolve) => {
      callOff = this.deps.clock.after(GRACE_MS, resolve)
    })
    await Promise.race([Promise.all([...this.running.values()].map(({ ended }) => ended)), grace])
    callOff()
  }

  private active(id: string): Deployment {
    const deployment = findDeployment(this.deps.vault, id)
    if (deployment.withdrawnAt !== null) throw new EngineError('DEPLOYMENT_WITHDRAWN')
    return deployment
  }

  /** Resolves when it is written down that it began. */
  private async begin(deployment: Deployment, start: Start & { deliveryId?: undefined }): Promise<string>
  private async begin(deployment: Deployment, start: Start): Promise<string | undefined>
  private async begin(deployment: Deployment, start: Start): Promise<string | undefined> {
    if (this.isClosed) throw new EngineError('VAULT_LOCKED')
    const { vault, clock } = this.deps
    const id = `run_${newUlid(clock.now())}`
    const { retryOf = null, deliveryId = null } = start
    const delivery = deliveryId === null ? undefined : runDelivery(deliveryId, deployment.id)
    const isBegun = await vault.commit<boolean>({
      actor: start.by,
      touches: [id, deployment.id, ...(delivery === undefined ? [] : [`delivery:${delivery}`])],
      decide: () => {
        this.active(deployment.id)
        const isKnown = delivery !== undefined && vault.store.one('SELECT 1 FROM run_delivery WHERE id = ?', [delivery])
        if (isKnown) return { events: [], result: () => false }
        const nodes = deployment.nodes.map((node) => ({ nodeId: node.id, name: node.name, kind: node.kind }))
        const { recipeId, recipeName } = deployment
        const facts = { deploymentId: deployment.id, recipeId, recipeName, cause: start.cause, startedBy: start.by }
        const data = { ...facts, retryOf, deliveryId, nodes }
        return { events: [{ body: { kind: 'run.started', record: id, data } }], result: () => true }
      },
    })
    if (!isBegun) return undefined
    this.execute(id, deployment, start)
    this.publish(id)
    return id
  }

  private execute(id: string, deployment: Deployment, { events, retryOf }: Start): void {
    const execution = new Execution(this.deps, this.check, {
      id,
      firstId: retryOf === undefined ? id : this.firstOf(retryOf),
      deployment,
      events,
      earlier: retryOf === undefined ? undefined : this.earlierOf(deployment, retryOf),
      write: (event) => this.write(event),
    })
    if (this.isClosed) execution.interrupt()
    const ended = this.inTurn(() => execution.run())
      .catch((error: unknown) => {
        // A full disk, or a lock that did not wait: the next unlock finds it running and says that it was interrupted.
        const reason = error instanceof EngineError ? error.code : error instanceof Error ? error.name : 'unknown'
        this.deps.logger.error('what became of a run could not be written down', { runId: id, reason })
      })
      .finally(() => this.running.delete(id))
    this.running.set(id, { execution, ended })
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.atWork >= AT_ONCE && !this.isClosed) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.atWork++
    try {
      await work()
    } finally {
      this.atWork--
      this.waiting.shift()?.()
    }
  }

  private async awaited(actor: Actor, id: string): Promise<RunView> {
    const { clock } = this.deps
    let callOff = () => {}
    const patience = new Promise<void>((resolve) => {
      callOff = clock.after(WAIT_MS, resolve)
    })
    await Promise.race([this.running.get(id)?.ended, patience])
    callOff()
    return this.view(actor, id)
  }

  /** A retry of a retry goes on from the first. */
  private firstOf(id: string): string {
    let first = id
    for (;;) {
      const before = this.deps.vault.store.one('SELECT retry_of FROM run WHERE id = ?', [first])?.retry_of
      if (typeof before !== 'string') return first
      first = before
    }
  }

  private earlierOf({ nodes, edges }: Deployment, id: string): EarlierRun {
    return new EarlierRun(this.deps.vault, id, bodiesOf(new Plan(nodes, edges), nodes))
  }

  private write(body: RunProgress): Promise<void> {
    return this.deps.vault.commit({
      actor: null,
      touches: [body.record],
      decide: () => ({ events: [{ body }], result: () => this.publish(body.record) }),
    })
  }

  private publish(id: string): void {
    this.deps.publish({ event: { kind: 'run', run: runSummary(findRun(this.deps.vault, id)) }, audience: 'org' })
  }
}
