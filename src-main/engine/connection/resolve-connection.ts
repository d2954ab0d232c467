import type { Actor } from '../../../src-shared/domain/actor'
import type { Visibility } from '../../../src-shared/domain/credential-type'
import { canSee } from '../../../src-shared/domain/visibility'
import { EngineError } from '../error'
import type { Injection } from '../provider/injection'
import type { Row } from '../vault/store'
import type { VaultEvent } from '../vault/vault-event'
import { published } from './connection-commands'
import { findRow, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import { marginMs } from './refresh/due'
import type { MintedTokens } from './refresh/minted-tokens'
import type { Refresher } from './refresh/refresher'

/** Opened connections that are remembered, so that using one twice opens it once. */
const MOST = 10_000
/** How exactly the time of the last use is kept. */
const USE_EVERY_MS = 5 * 60_000

interface Ready {
  injection: Injection
  visibility: Visibility
  owner: { subject: string }
  /** Wall-clock and monotonic time until which it may be used without another look. */
  until: number
  monotonicUntil: number
}

/**
 * The one way to use a secret inside the engine: what one request carries for a connection, refreshed first when due.
 * It has no counterpart in the contract: nothing answers it over HTTP or a MessagePort.
 */
export class Resolver {
  private readonly ready = new Map<string, Ready>()
  private readonly usedAt = new Map<string, number>()
  /** Counts what changes everything that was opened before. */
  private round = 0
  private isClosed = false

  constructor(
    private readonly deps: Dependencies,
    private readonly refresher: Refresher,
    private readonly minted: MintedTokens,
  ) {}

  /**
   * Throws `NOT_FOUND` for what the actor may not see, `CONNECTION_NOT_ACTIVE` for what needs somebody's attention first,
   * and `PROVIDER_ERROR` or `PROVIDER_TIMEOUT` when its tokens have run out and there are no new ones for now.
   */
  async resolve(actor: Actor, id: string): Promise<Injection> {
    if (this.isClosed) throw new EngineError('VAULT_LOCKED')
    const known = this.ready.get(id)
    const { clock } = this.deps
    if (known && canSee(actor, known) && clock.now() < known.until && clock.monotonic() < known.monotonicUntil) {
      return known.injection
    }
    const ready = await this.open(this.activeRow(actor, id), actor)
    this.noteUse(id)
    return ready.injection
  }

  /**
   * The provider has just refused what was resolved: new tokens, where it makes any, and otherwise undefined. Throws as `resolve` does.
   */
  async renew(actor: Actor, id: string): Promise<Injection | undefined> {
    const { refresh, mint } = providerOf(this.deps.providers, String(this.activeRow(actor, id).type))
    if (refresh === undefined && mint === undefined) return undefined
    this.ready.delete(id)
    this.minted.forget(id)
    if (refresh !== undefined) await this.refresher.refresh(id, { force: true })
    return this.resolve(actor, id)
  }

  /** What anything happened to is opened anew; a changed app changes every connection made with it. */
  heard({ kind, record }: VaultEvent): void {
    if (kind === 'connection.used') return
    if (kind === 'provider_app.set' || kind === 'provider_app.removed') this.forgetAll()
    this.ready.delete(record)
    if (kind === 'connection.removed' || kind === 'connection.withdrawn') this.minted.forget(record)
  }

  /** The vault is being locked: nothing that was opened is handed out any more, or kept. */
  close(): void {
    this.isClosed = true
    this.forgetAll()
  }

  private forgetAll(): void {
    this.round++
    this.ready.clear()
    this.minted.forgetAll()
  }

  private activeRow(actor: Actor, id: string): Row {
    const row = visibleRow(this.deps.vault, actor, id)
    if (row.status !== 'active') throw new EngineError('CONNECTION_NOT_ACTIVE', { connectionId: id, type: String(row.type) })
    return row
  }

  private async open(before: Row, actor: Actor): Promise<Ready> {
    const id = String(before.id)
    const { round } = this
    if (this.refresher.isDue(before)) {
      await this.refresher.refresh(id).catch((error: unknown) => {
        // A token that has not ended yet is as good as ever, whatever became of getting the next one.
        if (!(error instanceof EngineError) || this.refresher.deadlines.leftMs(before) <= 0) throw error
      })
    }
    const row = this.activeRow(actor, id)
    const provider = providerOf(this.deps.providers, String(row.type))
    const held = await openHeld(this.deps, row)
    if (!held || held === 'damaged') throw new EngineError('CONNECTION_NOT_ACTIVE', { connectionId: id, type: String(row.type) })
    const token = provider.mint ? await this.minted.token(provider, row, held) : undefined
    const now = this.activeRow(actor, id)
    if (this.isClosed) throw new EngineError('VAULT_LOCKED')
    const ready = this.readyFor(now, provider.inject(held, token?.token), token?.expiresAt)
    // What changed while the provider was asked is not remembered.
    const isSame = round === this.round && now.version === row.version && now.authorized_at === row.authorized_at
    if (isSame) this.remember(id, ready)
    return ready
  }

  private readyFor(row: Row, injection: Injection, mintedUntil = Number.POSITIVE_INFINITY): Ready {
    const { clock } = this.deps
    const left = Math.min(this.refresher.deadlines.leftMs(row) - marginMs(row), mintedUntil - clock.now() - 60_000, USE_EVERY_MS)
    return {
      injection,
      visibility: row.visibility as Visibility,
      owner: { subject: String(row.owner_subject) },
      until: clock.now() + left,
      monotonicUntil: clock.monotonic() + left,
    }
  }

  private remember(id: string, ready: Ready): void {
    this.ready.delete(id)
    const [oldest] = this.ready.keys()
    if (this.ready.size >= MOST && oldest !== undefined) this.ready.delete(oldest)
    this.ready.set(id, ready)
  }

  /** Kept to five minutes: a use must not cost a write. */
  private noteUse(id: string): void {
    const now = this.deps.clock.monotonic()
    if (now - (this.usedAt.get(id) ?? Number.NEGATIVE_INFINITY) < USE_EVERY_MS) return
    this.usedAt.set(id, now)
    const used = this.deps.vault.commit({
      actor: null,
      touches: [id],
      decide: () => {
        // Its history ends with its removal.
        if (findRow(this.deps.vault, id)?.status === 'revoked') return { events: [], result: () => undefined }
        const body = { kind: 'connection.used', record: id, data: {} } as const
        return { events: [{ body }], result: () => void published(this.deps, id) }
      },
    })
    used.catch((error: unknown) => {
      // The use went well; a full disk or a lock is told to whoever changes something.
      this.deps.logger.info('the time of a use was not kept', {
        connectionId: id,
        reason: error instanceof EngineError ? error.code : 'unknown',
      })
    })
  }
}
