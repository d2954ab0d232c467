import { EngineError } from '../error'
import type { ProviderTest } from '../provider/provider'
import type { Row } from '../vault/store'
import type { Dependencies } from './dependencies'
import type { Ask } from './fresh-test'
import type { IngressWatch } from './ingress-watch'
import { probeConnection } from './probe-connection'
import { isProbeDue, type LastProbe, PROBE_EVERY_MS } from './probe-due'
import { BackOff } from './refresh/back-off'
import { laneOf } from './refresh/lane'
import { ProviderPaused } from './refresh/provider-gate'
import type { Refresher } from './refresh/refresher'

/** After the unlock, so that the first page has the engine to itself. */
const FIRST_MS = 1000
/** Between two probes, whatever is due: a long sleep or 10,000 connections make no storm. */
const PACE_MS = 500
/** Between two walks over all connections, while nothing is due. */
const WALK_EVERY_MS = 60_000
/** Rows looked at in one step of a walk. */
const CHUNK = 200
/** Fewer than the gate lets through to a provider: whoever needs a token now does not wait for probes. */
const AT_ONCE = 3

/** What a probe can learn about: a suspended installation may be back. */
const ELIGIBLE = "managed = 0 AND (status = 'active' OR status_reason = 'installation_suspended')"

/** A provider in trouble is not asked: nothing was learnt about the connection. */
const leftAlone: ProviderTest = { result: 'failure', isUnavailable: true }

/**
 * Finds what a provider's event would have said, where no ingress reaches this machine: revoked tokens, removed apps,
 * suspended installations; also what happened while the vault was locked. Walks over the connections in their order, and asks
 * about those whose turn it is. While signed events of a type arrive, its connections are asked about once a day.
 */
export class Probe {
  private readonly answered = new Map<string, LastProbe>()
  private readonly troubled: BackOff
  /** Where the walk is: the number of the row looked at last; 0 between two walks. */
  private position = 0
  private due: string[] = []
  private running = 0
  private cancel = () => {}

  constructor(
    private readonly deps: Dependencies,
    private readonly refresher: Refresher,
    private readonly ingress: IngressWatch,
  ) {
    this.troubled = new BackOff(deps.clock, deps.random)
  }

  start(): void {
    this.cancel = this.deps.clock.after(FIRST_MS, this.step)
  }

  /** What is under way comes to nothing: its answer finds the vault locked. */
  stop(): void {
    this.cancel()
  }

  private readonly step = (): void => {
    if (this.due.length === 0) this.walkOn()
    if (this.running < AT_ONCE) this.probeNext()
    const isBetweenWalks = this.due.length === 0 && this.position === 0
    const wait = isBetweenWalks ? WALK_EVERY_MS * (0.75 + this.deps.random() / 2) : PACE_MS
    this.cancel = this.deps.clock.after(wait, this.step)
  }

  private walkOn(): void {
    const rows = this.deps.vault.store.all(
      `SELECT n, id, type, authorized_at, last_refresh_at, last_test_at, last_test_result FROM connection
       WHERE n > ? AND ${ELIGIBLE} ORDER BY n LIMIT ?`,
      [this.position, CHUNK],
    )
    this.position = rows.length < CHUNK ? 0 : Number(rows.at(-1)?.n)
    this.due = rows.filter((row) => this.isDue(row)).map(({ id }) => String(id))
  }

  private isDue(row: Row): boolean {
    const { clock, providers } = this.deps
    const type = String(row.type)
    // What only a recipe makes has nobody who could be asked.
    if ((providers.get(type)?.description.creation ?? 'runtime') === 'runtime') return false
    const eventsArrive = this.ingress.hasHeard(type, PROBE_EVERY_MS)
    return isProbeDue(row, this.answered.get(String(row.id)), { now: clock.now(), monotonic: clock.monotonic(), eventsArrive })
  }

  private probeNext(): void {
    const id = this.due.shift()
    if (id === undefined) return
    const row = this.deps.vault.store.one(`SELECT * FROM connection WHERE id = ? AND ${ELIGIBLE}`, [id])
    // It may have been removed or tested since the walk came by.
    if (!row || !this.isDue(row)) return
    this.running++
    void this.probe(row).finally(() => this.running--)
  }

  /** Never rejects: what could not be found out now is asked again. */
  private async probe(row: Row): Promise<void> {
    const { clock, random, logger } = this.deps
    const id = String(row.id)
    try {
      const { isUnavailable } = await probeConnection(this.deps, this.refresher, this.ask, row)
      if (isUnavailable) return
    } catch (error) {
      if (!(error instanceof EngineError)) logger.error('a probe ended unexpectedly', { connectionId: id, reason: nameOf(error) })
    }
    this.answered.set(id, { at: clock.monotonic(), jitter: random() })
  }

  /** In its turn at the provider, and not at all while that is in trouble. */
  private readonly ask: Ask = async (provider, held) => {
    const lane = laneOf(provider, held)
    if (this.troubled.waiting(lane)) return leftAlone
    try {
      return await this.deps.gate.run(lane, async () => {
        const outcome = await provider.test(held)
        // Within its turn, or the next one would be sent into a pause.
        this.note(lane, outcome)
        return outcome
      })
    } catch (error) {
      if (error instanceof ProviderPaused) return leftAlone
      throw error
    }
  }

  private note(lane: string, { isUnavailable, retryAfterSeconds }: ProviderTest): void {
    if (retryAfterSeconds !== undefined) this.deps.gate.pause(lane, retryAfterSeconds)
    if (isUnavailable) this.troubled.fail(lane, 'unavailable', retryAfterSeconds)
    else this.troubled.succeed(lane)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
