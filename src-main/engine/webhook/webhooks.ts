import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { Actor } from '../../../src-shared/domain/actor'
import { addConnection, reconnectConnection } from '../connection/connection-commands'
import { visibleRow } from '../connection/connection-row'
import type { Dependencies } from '../connection/dependencies'
import { heldSecret } from '../connection/held-secret'
import { KeyedLock } from '../connection/keyed-lock'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import type { ProviderGrant } from '../provider/provider'
import { randomBytes } from '../vault/seal'
import { ReplayGuard } from './replay-guard'
import { readSigned, signWebhook, type WebhookDelivery } from './signature'
import { fromSealed, pastedKey, pastedSecret, type SourceSecret, type SourceSecrets, secretText, toSealed } from './source-secret'

/** How long a secret still verifies after it was rotated: time to change it at the sender. */
const OVERLAP_MS = 24 * 60 * 60_000

/** A source, and its secret where it was made here: told this once, to be entered at the sender. */
export interface MadeSource {
  source: ConnectionView
  secret: string | undefined
}

/** Sources of webhooks, for recipes alone: no transport reaches this. `pasted` is a sender's own secret. */
export class Webhooks {
  private readonly replays: ReplayGuard
  private readonly rotations = new KeyedLock()

  constructor(private readonly deps: Dependencies) {
    this.replays = new ReplayGuard(deps.clock)
  }

  async make(actor: Actor, name: string, pasted?: string): Promise<MadeSource> {
    const current = newSecret(pasted)
    const account = { id: `webhook_${newUlid(this.deps.clock.now())}`, label: name }
    const grant = grantOf(account, { current })
    const outcome = await addConnection(this.deps, actor, 'webhook_source', grant, { unlessConnected: false })
    if ('added' in outcome) return { source: outcome.added, secret: this.toldOf(current) }
    throw new Error('a new source was taken for one that is there')
  }

  /** A new secret under the same id. The one before verifies for another day, an older one no more. */
  rotate(actor: Actor, id: string, pasted?: string): Promise<MadeSource> {
    // One after the other: each has to know the secret that it follows.
    return this.rotations.run(id, () => this.rotateNow(actor, id, pasted))
  }

  private async rotateNow(actor: Actor, id: string, pasted: string | undefined): Promise<MadeSource> {
    const row = this.sourceRow(actor, id)
    const { current: before } = await this.secretsOf(id)
    const current = newSecret(pasted)
    const until = new Date(this.deps.clock.now() + OVERLAP_MS).toISOString()
    const account = { id: String(row.account_id), label: String(row.account_label) }
    const grant = grantOf(account, { current, previous: { secret: before, until } })
    const outcome = await reconnectConnection(this.deps, actor, id, grant, { anyAccount: false })
    if ('reconnected' in outcome) return { source: outcome.reconnected, secret: this.toldOf(current) }
    throw new Error('a source became another while its secret was rotated')
  }

  /** A body as this source would send it, now and for the first time; signed with every secret that is good. */
  async sign(actor: Actor, id: string, body: string): Promise<WebhookDelivery> {
    this.sourceRow(actor, id)
    const { clock } = this.deps
    const facts = { id: `msg_${newUlid(clock.now())}`, timestamp: Math.floor(clock.now() / 1000) }
    return signWebhook(this.keysOf(await this.secretsOf(id)), facts, body)
  }

  /** Whether the delivery is of this source, is no older than five minutes, and did not come before. */
  async verify(actor: Actor, id: string, delivery: WebhookDelivery): Promise<boolean> {
    this.sourceRow(actor, id)
    const signed = readSigned(this.keysOf(await this.secretsOf(id)), delivery)
    return signed !== undefined && this.replays.takes(id, signed)
  }

  /** Throws `NOT_FOUND` for what is no source, and `CONNECTION_NOT_ACTIVE` for one that is not good any more. */
  private sourceRow(actor: Actor, id: string) {
    const row = visibleRow(this.deps.vault, actor, id)
    if (row.type !== 'webhook_source') throw new EngineError('NOT_FOUND', { connectionId: id })
    if (row.status !== 'active') throw new EngineError('CONNECTION_NOT_ACTIVE', { connectionId: id })
    return row
  }

  private async secretsOf(id: string): Promise<SourceSecrets> {
    const sealed = await heldSecret(this.deps, id)
    if (sealed === undefined || sealed === 'damaged') throw new EngineError('CONNECTION_NOT_ACTIVE', { connectionId: id })
    return fromSealed(sealed)
  }

  /** Newest first. */
  private keysOf({ current, previous }: SourceSecrets): Uint8Array[] {
    const isOver = previous === undefined || Date.parse(previous.until) <= this.deps.clock.now()
    return (isOver ? [current] : [current, previous.secret]).map((secret) => this.keyOf(secret))
  }

  private keyOf(secret: SourceSecret): Uint8Array {
    return secret.kind === 'made' ? this.deps.vault.webhookKey(secret.seed) : pastedKey(secret.text)
  }

  private toldOf(secret: SourceSecret): string | undefined {
    return secret.kind === 'made' ? secretText(this.keyOf(secret)) : undefined
  }
}

const newSecret = (pasted: string | undefined): SourceSecret =>
  pasted === undefined ? { kind: 'made', seed: randomBytes(32) } : pastedSecret(pasted)

const grantOf = (account: ProviderGrant['account'], secrets: SourceSecrets): ProviderGrant => ({
  account,
  details: {},
  scopes: [],
  expiresAt: null,
  secret: toSealed(secrets),
})
