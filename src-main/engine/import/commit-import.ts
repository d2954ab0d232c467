import { ulid } from 'ulid'
import type { Actor } from '../../../src-shared/domain/actor'
import type { Visibility } from '../../../src-shared/domain/credential-type'
import { published } from '../connection/connection-commands'
import { findRow } from '../connection/connection-row'
import type { Dependencies } from '../connection/dependencies'
import { personOf } from '../connection/provider-apps'
import type { DecidedEvent } from '../vault/vault'
import { importedType } from './draft'
import type { Judged } from './open-import'
import { inSlices } from './slices'

/** Adds all of them in one command, so that what a kill leaves behind is all or nothing. Answers their ids, in their order. */
export async function commitImport(
  deps: Dependencies,
  actor: Actor,
  drafts: readonly Judged[],
  visibility: Visibility,
): Promise<string[]> {
  const owner = personOf(actor)
  const events: DecidedEvent[] = []
  const ids: string[] = []
  await inSlices(drafts, ({ name, grant }) => {
    if (grant === undefined) throw new Error('an entry that is not ready was chosen')
    const { account, details, scopes } = grant
    const id = `cred_${ulid(deps.clock.now())}`
    const facts = { type: importedType, name, visibility, managed: false, owner, account, details, scopes } as const
    ids.push(id)
    events.push({
      body: { kind: 'connection.added', record: id, data: { ...facts, expiresAt: null, reason: 'authorized' } },
      secret: deps.vault.sealSecret(id, grant.secret),
    })
  })
  await deps.vault.commit({ actor: owner, touches: ids, decide: () => ({ events, result: () => undefined }) })
  await inSlices(ids, (id) => published(deps, id))
  return ids
}

/** Removes those that are still there, in one command. Their keys are erased like any other's. Answers how many. */
export async function undoImport(deps: Dependencies, actor: Actor, ids: readonly string[]): Promise<number> {
  const isThere = (id: string) => findRow(deps.vault, id)?.status !== 'revoked'
  const removed = await deps.vault.commit({
    actor: personOf(actor),
    touches: ids,
    decide: () => {
      const left = ids.filter(isThere)
      const event = (id: string): DecidedEvent => ({
        body: { kind: 'connection.removed', record: id, data: { providerNotice: null } },
      })
      return { events: left.map(event), result: () => left }
    },
  })
  await inSlices(removed, (id) => published(deps, id))
  return removed.length
}
