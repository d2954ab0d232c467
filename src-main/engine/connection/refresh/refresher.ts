import type { Held, Provider, RefreshStep } from '../../provider/provider'
import type { Row } from '../../vault/store'
import type { VaultEvent } from '../../vault/vault-event'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { providerOf } from '../find-provider'
import { openHeld } from '../held'
import { BackOff } from './back-off'
import { Deadlines, marginMs } from './due'
import { failedLately } from './failure'
import { laneOf } from './lane'
import { Pauses } from './pause'
import type { ProviderGate } from './provider-gate'
import { fingerprint, keepTokens, noteFailure, noteIntent } from './refresh-commands'
import { type StepOutcome, sendStep } from './send-step'

/** What providers take for nearly due; see `Provider.refresh`. */
const PROVIDER_MARGIN_MS = 60_000
/** How long a lock waits for answers that are on their way. */
const GRACE_MS = 2000

export interface RefreshOptions {
  /** The provider has just refused the token, whatever its expiry says. */
  force?: boolean
  /** Milliseconds that must be left; the usual margin unless said. */
  margin?: number
}

/** The connection's tokens were replaced or taken away while its provider was asked: there is nothing left to refresh. */
class Overtaken extends Error {}

/** Refreshes stored tokens: one refresh at a time per connection, whoever asks, and no token lost with a lost answer. */
export class Refresher {
  readonly deadlines: Deadlines
  readonly backOff: BackOff
  private readonly inFlight = new Map<string, Promise<void>>()
  /** What ends a connection's tokens, while it does. */
  private readonly endings = new Map<string, Promise<void>>()
  private readonly pauses: Pauses

  constructor(
    private readonly deps: Dependencies,
    private readonly gate: ProviderGate,
  ) {
    this.deadlines = new Deadlines(deps.clock)
    this.backOff = new BackOff(deps.clock, deps.random)
    this.pauses = new Pauses(deps.clock)
  }

  /** Whether its tokens should be refreshed before they are used. A pending intent is settled before anything else. */
  isDue(row: Row): boolean {
    return row.refresh_intent !== null || this.deadlines.leftMs(row) < marginMs(row)
  }

  /**
   * Resolves when the tokens are as fresh as the provider makes them, and durable; also where the type has none to refresh,
   * or the refresh moved the connection to another status. Rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`
   * (`retryAfterSeconds` says when to try again) when it did not work for now.
   */
  refresh(id: string, options: RefreshOptions = {}): Promise<void> {
    const ending = this.endings.get(id)
    if (ending) return ending.then(() => this.refresh(id, options))
    const running = this.inFlight.get(id)
    if (running) return running
    const refresh = this.run(id, options).finally(() => this.inFlight.delete(id))
    this.inFlight.set(id, refresh)
    return refresh
  }

  /**
   * Runs what ends the connection's tokens: after a refresh that is under way, and before any other, so that it ends the newest
   * tokens there are. Whoever asks for a refresh meanwhile waits.
   */
  async endTokens<T>(id: string, end: () => Promise<T>): Promise<T> {
    for (let before = this.under(id); before; before = this.under(id)) await before
    const ended = end()
    const over = ended.then(nothing, nothing).finally(() => this.endings.delete(id))
    this.endings.set(id, over)
    return ended
  }

  /** Follows what happens to connections. */
  heard(event: VaultEvent): void {
    this.deadlines.heard(event)
    // Other tokens than those that failed.
    if (event.kind === 'connection.reconnected') this.backOff.succeed(event.record)
  }

  /** Sends nothing more, and waits a moment for answers to what was sent: each is worth a token. */
  async stop(): Promise<void> {
    this.gate.close()
    this.pauses.endAll()
    if (this.inFlight.size === 0) return
    let callOff = () => {}
    const grace = new Promise<void>((resolve) => {
      callOff = this.deps.clock.after(GRACE_MS, resolve)
    })
    await Promise.race([Promise.allSettled(this.inFlight.values()), grace])
    callOff()
  }

  private under(id: string): Promise<void> | undefined {
    return this.inFlight.get(id)?.catch(nothing) ?? this.endings.get(id) // whoever asked for it has the failure
  }

  private async run(id: string, options: RefreshOptions): Promise<void> {
    const row = findRow(this.deps.vault, id)
    if (row?.status !== 'active') return
    const provider = providerOf(this.deps.providers, String(row.type))
    if (!provider.refresh) return
    const failed = this.backOff.waiting(id)
    if (failed) throw failedLately(failed.code, failed.milliseconds)
    const held = await openHeld(this.deps, row)
    if (!held || held === 'damaged') return
    try {
      await this.runSteps(provider, row, held, this.stepsOf(provider, row, held, options))
      this.backOff.succeed(id)
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
  }

  private stepsOf({ refresh }: Provider, row: Row, held: Held, { force = false, margin = marginMs(row) }: RefreshOptions) {
    const now = this.deps.clock.now()
    // Where monotonic time knows that it is due and the wall clock does not, the provider would not see it by itself.
    const isHidden = this.deadlines.leftMs(row) < margin && Number(row.expires_at) - now >= margin
    return refresh?.(held, now + margin - PROVIDER_MARGIN_MS, force || isHidden || row.refresh_intent !== null) ?? []
  }

  private async runSteps(provider: Provider, row: Row, first: Held, steps: readonly RefreshStep[]): Promise<void> {
    let held = first
    for (const [index, step] of steps.entries()) {
      const outcome = await this.send(provider, row, step, held)
      if (outcome.kind === 'failed') return this.fail(row, outcome)
      const { tokens } = outcome
      const isLast = index === steps.length - 1
      // Of a grant that was replaced, as a reconnect leaves every other, too: to end it could end the one that replaced it.
      if (!(await keepTokens(this.deps, row, tokens, isLast))) throw new Overtaken()
      held = { ...held, secret: tokens.secret, expiresAt: tokens.expiresAt }
    }
  }

  private send(provider: Provider, row: Row, step: RefreshStep, held: Held): Promise<StepOutcome> {
    const token = step.spends(held)
    return sendStep(
      {
        // Inside its turn at the provider: an intent that waits for a turn would look like a token that was sent.
        send: () =>
          this.gate.run(laneOf(provider, held), async () => {
            if (token !== undefined && !(await noteIntent(this.deps, row, token))) throw new Overtaken()
            return step.send(held)
          }),
        wait: (milliseconds) => this.pauses.wait(milliseconds),
        meaning: (code) => provider.meaning?.(code),
      },
      {
        isSpent: token !== undefined,
        isPending: token !== undefined && row.refresh_intent === fingerprint(token),
      },
    )
  }

  /** Writes the failure down. Rejects unless it was for good: then the new status says all there is to say. */
  private async fail(row: Row, failure: StepOutcome & { kind: 'failed' }): Promise<void> {
    const { code, retryAfterSeconds, event } = failure
    const id = String(row.id)
    // Before it is written down: a full disk is no reason to ask the provider again and again.
    const wait = event === undefined ? this.backOff.fail(id, code, retryAfterSeconds) : 0
    const isHeld = await noteFailure(this.deps, row, failure)
    if (!isHeld) {
      this.backOff.succeed(id)
      throw new Overtaken()
    }
    if (event === undefined) throw failedLately(code, wait)
  }
}

const nothing = (): void => undefined
