import type { Held, Provider, RefreshStep } from '../../provider/provider'
import type { Row } from '../../vault/store'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { providerOf } from '../find-provider'
import { openHeld } from '../held'
import { revokeAtProvider } from '../provider-revocation'
import { BackOff } from './back-off'
import { Deadlines, marginMs } from './due'
import { failedLately } from './failure'
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
    const running = this.inFlight.get(id)
    if (running) return running
    const refresh = this.run(id, options).finally(() => this.inFlight.delete(id))
    this.inFlight.set(id, refresh)
    return refresh
  }

  /** Resolves when no refresh of this connection is under way. */
  async settled(id: string): Promise<void> {
    await this.inFlight.get(id)?.catch(() => undefined) // whoever asked for it has the failure
  }

  /** Ends waiting between retries, and waits a moment for answers to what was sent: each is worth a token. */
  async stop(): Promise<void> {
    this.pauses.endAll()
    if (this.inFlight.size === 0) return
    let callOff = () => {}
    const grace = new Promise<void>((resolve) => {
      callOff = this.deps.clock.after(GRACE_MS, resolve)
    })
    await Promise.race([Promise.allSettled(this.inFlight.values()), grace])
    callOff()
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
      if (outcome.kind === 'failed') return this.fail(provider, row, held, outcome)
      const { tokens } = outcome
      const isLast = index === steps.length - 1
      const refreshed = { ...held, secret: tokens.secret, expiresAt: tokens.expiresAt }
      const keeping = await keepTokens(this.deps, row, tokens, isLast)
      if (keeping === 'removed') {
        await revokeAtProvider(this.deps, { ...refreshed, type: String(row.type), connectionId: String(row.id) })
      }
      if (keeping !== 'kept') throw new Overtaken()
      held = refreshed
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
  private async fail(provider: Provider, row: Row, held: Held, failure: StepOutcome & { kind: 'failed' }): Promise<void> {
    const { code, retryAfterSeconds, event } = failure
    if (retryAfterSeconds > 0) this.gate.pause(laneOf(provider, held), retryAfterSeconds)
    await noteFailure(this.deps, row, failure)
    if (event === undefined) throw failedLately(code, this.backOff.fail(String(row.id), code, retryAfterSeconds))
  }
}

export const laneOf = ({ limitedAs, description }: Provider, held: Held): string => limitedAs?.(held) ?? description.type
