import type { Actor } from '../../../src-shared/domain/actor'
import type { Dependencies } from '../connection/dependencies'
import { requireOwnAccount } from '../connection/own-account'
import { providerAppView } from '../connection/provider-apps'
import { EngineError } from '../error'
import type { ExportedConnection, ExportedRecord } from './document'

/**
 * `new`: nothing of it is here. `exists`: there is a connection of the same account, or an app of the same type. `refused`: it cannot be
 * taken in here.
 */
export type Standing = 'new' | 'exists' | 'refused'

/** How a record of an export stands to what the vault holds now. Earlier records of the same file count as held. */
export class Judge {
  private readonly seen = new Set<string>()

  constructor(
    private readonly deps: Dependencies,
    private readonly actor: Actor,
  ) {}

  standing(record: ExportedRecord): Standing {
    const provider = this.deps.providers.get(record.type)
    if (record.kind === 'provider_app') {
      if (provider === undefined || provider.description.appFields.length === 0) return 'refused'
      return this.isSeen(`app:${record.type}`) || providerAppView(this.deps.vault, record.type).configured ? 'exists' : 'new'
    }
    if (provider === undefined || provider.description.managed || record.type === 'webhook_source') return 'refused'
    if (!this.isOwn(record)) return 'refused'
    return this.isSeen(`${record.type}:${record.account.id}:${record.name}`) || this.isHeld(record) ? 'exists' : 'new'
  }

  private isSeen(key: string): boolean {
    const isSeen = this.seen.has(key)
    this.seen.add(key)
    return isSeen
  }

  /** Keys are told apart by their names too, for several may go to one place. */
  private isHeld({ id, type, account, name }: ExportedConnection): boolean {
    const row = this.deps.vault.store.one(
      `SELECT 1 AS one FROM connection WHERE status <> 'revoked' AND (visibility = 'org' OR owner_subject = ?1)
         AND (id = ?2 OR (type = ?3 AND account_id = ?4 AND (type <> 'genericApiKey' OR name = ?5))) LIMIT 1`,
      [this.actor.subject, id, type, account.id, name],
    )
    return row !== undefined
  }

  private isOwn({ type, account }: ExportedConnection): boolean {
    try {
      requireOwnAccount(this.deps, this.actor, type, account)
      return true
    } catch (error) {
      if (error instanceof EngineError && error.code === 'AUTHORIZATION_DENIED') return false
      throw error
    }
  }
}
