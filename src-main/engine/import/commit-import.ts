import type { Actor } from '../../../src-shared/domain/actor'
import type { Visibility } from '../../../src-shared/domain/credential-type'
import { published } from '../connection/connection-commands'
import { findRow } from '../connection/connection-row'
import type { Dependencies } from '../connection/dependencies'
import { personOf } from '../connection/provider-apps'
import { newUlid } from '../new-ulid'
import { Turns } from '../vault/turns'
import type { DecidedEvent } from '../vault/vault'
import { importedType } from './draft'
import type { Judged } from './open-import'

/** Adds all of them as one group, so that what a kill leaves behind is all or nothing. Answers their ids, in their order. */
export async function commitImport(
  deps: Dependencies,
  actor: Actor,
  drafts: readonly Judged[],
  visibility: Visibility,
): Promise<string[]> {
  const owner = personOf(actor)
  const events: DecidedEvent[] = []
  const ids: string[] = []
  const turns = new Turns(deps.clock)
  for (const { name, grant } of drafts) {
    if (grant === undefined) throw new Error('an entry that is not ready was chosen')
    const { account, details, scopes } = grant
    const id = `cred_${newUlid(deps.clock.now())}`
    const facts = { type: importedType, name, visibility, managed: false, owner, account, details, scopes } as const
    ids.push(id)
    events.push({
      body: { kind: 'connection.added', record: id, data: { ...facts, expiresAt: null, reason: 'authorized' } },
      secret: deps.vault.sealSecret(id, grant.secret),
    })
    await turns.pause()
  }
  await deps.vault.commitGroup({ actor: owner, decide: async () => ({ events, result: () => undefined }) })
  await tell(deps, ids)
  return ids
}

/** Removes those that are still there, as one group. Their keys are erased like any other's. Answers how many. */
export async function undoImport(deps: Dependencies, actor: Actor, ids: readonly string[]): Promise<number> {
  const isThere = (id: string) => findRow(deps.vault, id)?.status !== 'revoked'
  const removed = await deps.vault.commitGroup({
    actor: personOf(actor),
    async decide(turns) {
      const left: string[] = []
      for (const id of ids) {
        if (isThere(id)) left.push(id)
        await turns.pause()
      }
      const event = (id: string): DecidedEvent => ({
        body: { kind: 'connection.removed', record: id, data: { providerNotice: null } },
      })
      return { events: left.map(event), result: () => left }
    },
  })
  await tell(deps, removed)
  return removed.length
}

async function tell(deps: Dependencies, ids: readonly string[]): Promise<void> {
  const turns = new Turns(deps.clock)
  for (const id of ids) {
    published(deps, id)
    await turns.pause()
  }
}
