import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import { published as publishedConnection } from '../connection/connection-commands'
import type { Dependencies } from '../connection/dependencies'
import { personOf, published as publishedApp } from '../connection/provider-apps'
import { newUlid } from '../new-ulid'
import type { VaultPorts } from '../vault/create-vault'
import { providerAppRecord } from '../vault/projection'
import { Turns } from '../vault/turns'
import type { DecidedEvent } from '../vault/vault'
import type { ExportedApp, ExportedConnection, ExportedRecord } from './document'
import { Judge } from './judge'
import { readExport } from './read-export'

interface Parts {
  deps: Dependencies
  ports: Pick<VaultPorts, 'derive'>
}

/** So many are shown of a preview; all are counted. */
const MOST_SHOWN = 500

/** What importing the file would do. Nothing of it is kept. */
export async function previewExport(
  { deps, ports }: Parts,
  actor: Actor,
  bytes: Uint8Array,
  password: string | undefined,
): Promise<Outputs['transfer']['preview']> {
  const turns = new Turns(deps.clock)
  const { exportedAt, records } = await readExport(bytes, password, { derive: ports.derive, turns })
  const judge = new Judge(deps, actor)
  const counts = { new: 0, exists: 0, refused: 0 }
  const items: Outputs['transfer']['preview']['items'] = []
  for (const record of records) {
    const standing = judge.standing(record)
    counts[standing]++
    const name = record.kind === 'connection' ? record.name : record.clientId
    const account = record.kind === 'connection' ? record.account.label : null
    if (items.length < MOST_SHOWN) items.push({ kind: record.kind, type: record.type, name, account, standing })
    await turns.pause()
  }
  return { exportedAt, counts, items }
}

/** Takes in what is new, and with `add_beside` what exists too, as one group: after a kill all of it is there, or nothing. */
export async function importExport(
  { deps, ports }: Parts,
  actor: Actor,
  bytes: Uint8Array,
  { exportPassword, existing = 'skip' }: Pick<Inputs['transfer']['commit'], 'exportPassword' | 'existing'>,
): Promise<Outputs['transfer']['commit']> {
  const turns = new Turns(deps.clock)
  const { records } = await readExport(bytes, exportPassword, { derive: ports.derive, turns })
  const outcome = await deps.vault.commitGroup({
    actor: personOf(actor),
    decide: (inTurn) => decide(deps, actor, records, existing, inTurn),
  })
  for (const { kind, id } of outcome.told) {
    if (kind === 'connection') publishedConnection(deps, id)
    else publishedApp(deps, id)
    await turns.pause()
  }
  const { connections, apps, skipped, refused } = outcome
  return { connections, apps, skipped, refused }
}

async function decide(
  deps: Dependencies,
  actor: Actor,
  records: readonly ExportedRecord[],
  existing: 'skip' | 'add_beside',
  turns: Turns,
) {
  const judge = new Judge(deps, actor)
  const events: DecidedEvent[] = []
  const told: ({ kind: 'connection'; id: string } | { kind: 'provider_app'; id: ExportedApp['type'] })[] = []
  const counts = { connections: 0, apps: 0, skipped: 0, refused: 0 }
  const taken = new Set<string>()
  for (const record of records) {
    const standing = judge.standing(record)
    // A vault has one app of a type: another one cannot be beside it.
    const isWanted = standing === 'new' || (standing === 'exists' && existing === 'add_beside' && record.kind === 'connection')
    if (!isWanted) counts[standing === 'refused' ? 'refused' : 'skipped']++
    else if (record.kind === 'connection') {
      const id = freeId(deps, record.id, taken)
      events.push(addedEvent(deps, actor, id, record))
      told.push({ kind: 'connection', id })
      counts.connections++
    } else {
      events.push(appEvent(deps, record))
      told.push({ kind: 'provider_app', id: record.type })
      counts.apps++
    }
    await turns.pause()
  }
  if (events.length > 0) events.push({ body: { kind: 'vault.imported', record: 'vault', data: counts } })
  return { events, result: () => ({ told, ...counts }) }
}

/** Its own, so that what refers to it does so again; a new one where that is or was another's here. */
function freeId({ vault, clock }: Dependencies, id: string, taken: Set<string>): string {
  const row = vault.store.one('SELECT id FROM connection WHERE id = ?1 UNION ALL SELECT id FROM purged WHERE id = ?1', [id])
  const free = row === undefined && !taken.has(id) ? id : `cred_${newUlid(clock.now())}`
  taken.add(free)
  return free
}

function addedEvent(deps: Dependencies, actor: Actor, id: string, record: ExportedConnection): DecidedEvent {
  const { type, name, account, details, scopes, expiresAt, secret } = record
  // As the type is here, not as the file says: what is private must not become everybody's.
  const visibility = deps.providers.get(type)?.description.visibility ?? record.visibility
  const data = { type, name, visibility, managed: false, owner: personOf(actor), account, details, scopes, expiresAt }
  return {
    body: { kind: 'connection.added', record: id, data: { ...data, reason: 'authorized' } },
    secret: deps.vault.sealSecret(id, secret),
  }
}

function appEvent(deps: Dependencies, { type, clientId, redirectUri, signsEvents, settings, secret }: ExportedApp): DecidedEvent {
  const record = providerAppRecord(type)
  return {
    body: { kind: 'provider_app.set', record, data: { clientId, redirectUri, signsEvents, settings } },
    secret: deps.vault.sealSecret(record, secret),
  }
}
