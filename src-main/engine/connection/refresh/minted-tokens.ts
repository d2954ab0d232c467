import { refreshVerdict } from '../../../../src-shared/domain/refresh-verdict'
import type { Held, MintedToken, Provider } from '../../provider/provider'
import type { Row } from '../../vault/store'
import type { Dependencies } from '../dependencies'
import { BackOff } from './back-off'
import { failedLately, failureCode, retryAfterOf } from './failure'
import type { ProviderGate } from './provider-gate'
import { keepTokens, noteFailure } from './refresh-commands'
import { laneOf } from './refresher'

const MARGIN_MS = 60_000

interface Kept {
  minted: MintedToken
  /** When it was authorized: a token of an older authorization is not this one's. */
  authorizedAt: unknown
  /** Monotonic. */
  endsAt: number
}

/** Tokens that are made before use, and are nowhere but in this memory. One is made at a time per connection. */
export class MintedTokens {
  private readonly byId = new Map<string, Kept>()
  private readonly inFlight = new Map<string, Promise<Kept>>()
  private readonly backOff: BackOff

  constructor(
    private readonly deps: Dependencies,
    private readonly gate: ProviderGate,
  ) {
    this.backOff = new BackOff(deps.clock, deps.random)
  }

  /**
   * A token with over a minute left. Rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`; a refusal for good moves the
   * connection's status before it rejects.
   */
  async token(provider: Provider, row: Row, held: Held): Promise<MintedToken> {
    const id = String(row.id)
    const kept = this.byId.get(id)
    if (kept && kept.authorizedAt === row.authorized_at && this.leftMs(kept) >= MARGIN_MS) return kept.minted
    let making = this.inFlight.get(id)
    if (!making) {
      making = this.make(provider, row, held).finally(() => this.inFlight.delete(id))
      this.inFlight.set(id, making)
    }
    return (await making).minted
  }

  /** What they were made with has changed. */
  forgetAll(): void {
    this.byId.clear()
  }

  private leftMs({ minted, endsAt }: Kept): number {
    return Math.min(minted.expiresAt - this.deps.clock.now(), endsAt - this.deps.clock.monotonic())
  }

  private async make(provider: Provider, row: Row, held: Held): Promise<Kept> {
    const id = String(row.id)
    const failed = this.backOff.waiting(id)
    if (failed) throw failedLately(failed.code, failed.milliseconds)
    const { mint } = provider
    if (!mint) throw new Error(`${provider.description.type} makes no tokens`)
    try {
      const minted = await this.gate.run(laneOf(provider, held), () => mint(held))
      const endsAt = this.deps.clock.monotonic() + minted.expiresAt - this.deps.clock.now()
      const kept = { minted, authorizedAt: row.authorized_at, endsAt }
      this.byId.set(id, kept)
      this.backOff.succeed(id)
      // What was written down about its trouble is over.
      if (row.distressed === 1) await keepTokens(this.deps, row, { secret: held.secret, expiresAt: held.expiresAt }, true)
      return kept
    } catch (error) {
      return this.fail(provider, row, held, error)
    }
  }

  private async fail(provider: Provider, row: Row, held: Held, error: unknown): Promise<never> {
    const code = failureCode(error)
    const verdict = refreshVerdict(code)
    const isForGood = verdict === 'needs_reauth' || verdict === 'broken'
    // There is no person's token in it that could be refused: what a client is refused, an operator or its owner mends.
    const event = provider.meaning?.(code) ?? (isForGood ? 'refresh_failed' : undefined)
    const retryAfterSeconds = retryAfterOf(error)
    if (retryAfterSeconds > 0) this.gate.pause(laneOf(provider, held), retryAfterSeconds)
    await noteFailure(this.deps, row, { code, uncertain: false, event })
    if (event) throw error
    throw failedLately(code, this.backOff.fail(String(row.id), code, retryAfterSeconds))
  }
}
