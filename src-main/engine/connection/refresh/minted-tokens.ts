import { refreshVerdict } from '../../../../src-shared/domain/refresh-verdict'
import type { Held, MintedToken, Provider } from '../../provider/provider'
import type { Row } from '../../vault/store'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { BackOff } from './back-off'
import { failedLately, failureCode, retryAfterOf } from './failure'
import { laneOf } from './lane'
import type { ProviderGate } from './provider-gate'
import { keepTokens, noteFailure } from './refresh-commands'

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
  /** By connection and authorization: what is being made for an older one is no use to the next. */
  private inFlight = new Map<string, Promise<Kept>>()
  private backOff: BackOff

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
    const { inFlight } = this
    const key = nameOf(row)
    let making = inFlight.get(key)
    if (!making) {
      making = this.make(provider, row, held).finally(() => inFlight.delete(key))
      inFlight.set(key, making)
    }
    return (await making).minted
  }

  /** What they were made with has changed: neither tokens nor failures of before mean anything, those to come included. */
  forgetAll(): void {
    this.byId.clear()
    this.inFlight = new Map()
    this.backOff = new BackOff(this.deps.clock, this.deps.random)
  }

  /** The connection has none any more. */
  forget(id: string): void {
    this.byId.delete(id)
  }

  private leftMs({ minted, endsAt }: Kept): number {
    return Math.min(minted.expiresAt - this.deps.clock.now(), endsAt - this.deps.clock.monotonic())
  }

  private async make(provider: Provider, row: Row, held: Held): Promise<Kept> {
    const { backOff } = this
    const failed = backOff.waiting(nameOf(row))
    if (failed) throw failedLately(failed.code, failed.milliseconds)
    const { mint } = provider
    if (!mint) throw new Error(`${provider.description.type} makes no tokens`)
    try {
      const minted = await this.gate.run(laneOf(provider, held), () => mint(held))
      const endsAt = this.deps.clock.monotonic() + minted.expiresAt - this.deps.clock.now()
      const kept = { minted, authorizedAt: row.authorized_at, endsAt }
      // Unless all was forgotten meanwhile, or the connection has changed.
      if (backOff === this.backOff && isStill(this.deps, row)) this.byId.set(String(row.id), kept)
      backOff.succeed(nameOf(row))
      // What was written down about its trouble is over.
      if (row.distressed === 1) await keepTokens(this.deps, row, { secret: held.secret, expiresAt: held.expiresAt }, true)
      return kept
    } catch (error) {
      return this.fail(provider, row, error, backOff)
    }
  }

  private async fail(provider: Provider, row: Row, error: unknown, backOff: BackOff): Promise<never> {
    const code = failureCode(error)
    const verdict = refreshVerdict(code)
    const isForGood = verdict === 'needs_reauth' || verdict === 'broken'
    // There is no person's token in it that could be refused: what a client is refused, an operator or its owner mends.
    const event = provider.meaning?.(code) ?? (isForGood ? 'refresh_failed' : undefined)
    // Before it is written down: a full disk is no reason to ask the provider again and again.
    const wait = event ? 0 : backOff.fail(nameOf(row), code, retryAfterOf(error))
    await noteFailure(this.deps, row, { code, uncertain: false, event })
    throw event ? error : failedLately(code, wait)
  }
}

const nameOf = (row: Row): string => `${row.id} ${row.authorized_at}`

const isStill = ({ vault }: Dependencies, row: Row): boolean => {
  const now = findRow(vault, String(row.id))
  return now?.status === 'active' && now.authorized_at === row.authorized_at
}
