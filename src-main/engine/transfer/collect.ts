import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { detailsOf, scopesOf } from '../connection/connection-row'
import type { Dependencies } from '../connection/dependencies'
import { heldSecret } from '../connection/held-secret'
import { providerAppView } from '../connection/provider-apps'
import { providerAppRecord } from '../vault/projection'
import type { Row } from '../vault/store'
import { type ExportedApp, type ExportedConnection, firstLine, LAST_LINE } from './document'

/** How many of each are in it, and how many could not be, because their secret does not open. */
export interface Collected {
  connections: number
  apps: number
  unreadable: number
}

/** Connections that the actor added or may use; not what an operator provides, and not what signs for this vault alone. */
const WANTED = `status <> 'revoked' AND managed = 0 AND type <> 'webhook_source' AND (visibility = 'org' OR owner_subject = ?)`

/** The document piece by piece, with every secret in the clear: for a sealer, or for a file that the owner asked for. Counts as it goes. */
export async function* documentOf(deps: Dependencies, actor: Actor, counted: Collected): AsyncGenerator<string> {
  const { vault } = deps
  yield `${firstLine(new Date(deps.clock.now()).toISOString())}\n`
  let separator = ''
  const line = (record: ExportedConnection | ExportedApp) => {
    const text = `${separator}${JSON.stringify(record)}`
    separator = ',\n'
    return text
  }
  for (const { type } of vault.store.all('SELECT type FROM provider_app WHERE client_id IS NOT NULL ORDER BY type')) {
    const app = await appOf(deps, type as CredentialTypeKey)
    if (app === undefined) counted.unreadable++
    else {
      counted.apps++
      yield line(app)
    }
  }
  const ids = vault.store.all(`SELECT id FROM connection WHERE ${WANTED} ORDER BY n`, [actor.subject])
  for (const { id } of ids) {
    // As it is when its turn comes: it may have been removed meanwhile.
    const row = vault.store.one(`SELECT * FROM connection WHERE ${WANTED} AND id = ?`, [actor.subject, String(id)])
    if (row === undefined) continue
    const secret = await heldSecret(deps, String(id))
    if (secret === undefined || secret === 'damaged') counted.unreadable++
    else {
      counted.connections++
      yield line(connectionOf(row, secret))
    }
  }
  yield `\n${LAST_LINE}\n`
}

const connectionOf = (row: Row, secret: Record<string, string>): ExportedConnection => ({
  kind: 'connection',
  id: row.id as ExportedConnection['id'],
  type: row.type as CredentialTypeKey,
  name: String(row.name),
  visibility: row.visibility as ExportedConnection['visibility'],
  account: { id: String(row.account_id), label: String(row.account_label) },
  details: detailsOf(row),
  scopes: scopesOf(row),
  expiresAt: typeof row.expires_at === 'number' ? new Date(row.expires_at).toISOString() : null,
  secret,
})

async function appOf(deps: Dependencies, type: CredentialTypeKey): Promise<ExportedApp | undefined> {
  const { clientId, redirectUri, signsEvents, settings } = providerAppView(deps.vault, type)
  const secret = await heldSecret(deps, providerAppRecord(type))
  if (clientId === null || secret === undefined || secret === 'damaged') return undefined
  return { kind: 'provider_app', type, clientId, redirectUri, signsEvents, settings, secret }
}
