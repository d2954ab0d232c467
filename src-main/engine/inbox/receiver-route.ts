import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { deliveryWords } from '../../../src-shared/words/en/delivery'
import { detailsOf } from '../connection/connection-row'
import type { Vault } from '../vault/vault'

const PASSPORT = 'neurocadUserIdentityApi' satisfies CredentialTypeKey
const SERVICE = 'neurocadDesktopApi' satisfies CredentialTypeKey

/** With which Passport files are received, and from where; or why none can be. */
export type ReceiverRoute =
  | { kind: 'no_passport'; connectionId: string | null; account: string | null; reason: string | null }
  | { kind: 'no_service'; connectionId: string; account: string }
  | {
      kind: 'ready'
      connectionId: string
      account: string
      /** The managed connection, which says to which origins its requests may go. */
      serviceId: string
      /** The session manager's address, ending in a slash. */
      base: string
      /** Changes with every authorization: what was opened before is not to be used any more. */
      round: string
    }

/** The newest Passport of the owner that works, and the session manager that the operator provides. Reads the tables alone. */
export function receiverRoute(vault: Vault, ownerSubject: string): ReceiverRoute {
  const passport = vault.store.one(
    `SELECT id, status, binding_lost, account_label, authorized_at FROM connection
     WHERE type = '${PASSPORT}' AND owner_subject = ? AND status <> 'revoked'
     ORDER BY status = 'active' AND NOT binding_lost DESC, added_at DESC, n DESC LIMIT 1`,
    [ownerSubject],
  )
  if (passport === undefined) return { kind: 'no_passport', connectionId: null, account: null, reason: null }
  const connectionId = String(passport.id)
  const account = String(passport.account_label)
  if (passport.status !== 'active' || passport.binding_lost === 1)
    return { kind: 'no_passport', connectionId, account, reason: deliveryWords.passportBroken }
  const service = vault.store.one(
    `SELECT id, details, authorized_at FROM connection WHERE type = '${SERVICE}' AND managed = 1 AND status = 'active' ORDER BY n LIMIT 1`,
  )
  const base = service && baseOf(detailsOf(service).sessionManagerUrl)
  if (service === undefined || base === undefined) return { kind: 'no_service', connectionId, account }
  const round = `${passport.authorized_at} ${service.authorized_at}`
  return { kind: 'ready', connectionId, account, serviceId: String(service.id), base, round }
}

/** Whether an event of this connection may change the route. */
export function concernsRoute(vault: Vault, connectionId: string): boolean {
  const row = vault.store.one('SELECT type FROM connection WHERE id = ?', [connectionId])
  return row?.type === PASSPORT || row?.type === SERVICE
}

function baseOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}
