import { createHash } from 'node:crypto'
import type { ImportEntryView } from '../../../src-shared/contract/import'
import type { Actor } from '../../../src-shared/domain/actor'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { Vault } from '../vault/vault'
import { type Draft, importedType } from './draft'

type Duplicate = ImportEntryView['duplicate']

/**
 * Finds entries that are there already, in their order: one with the same name, place and key as an earlier one of the file, or with the
 * name and the place of a connection that the actor may see.
 */
export function duplicateFinder(vault: Vault, actor: Actor): (draft: Draft, n: number) => Duplicate {
  const seen = new Map<string, number>()
  return ({ grant, name }, n) => {
    if (grant === undefined) return null
    const content = JSON.stringify([name.toLowerCase(), grant.account.id, grant.secret.key])
    const same = createHash('sha256').update(content).digest('base64')
    const earlier = seen.get(same)
    if (earlier !== undefined) return { of: 'entry', n: earlier }
    seen.set(same, n)
    const row = vault.store.one(
      `SELECT id FROM connection WHERE type = ? AND account_id = ? AND lower(name) = lower(?) AND status <> 'revoked'
        AND (visibility = 'org' OR owner_subject = ?) LIMIT 1`,
      [importedType, grant.account.id, name, actor.subject],
    )
    return row === undefined ? null : { of: 'connection', connectionId: String(row.id) as ConnectionId }
  }
}
