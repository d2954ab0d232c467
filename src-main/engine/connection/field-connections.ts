import type { Inputs } from '../../../src-shared/contract'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { Actor } from '../../../src-shared/domain/actor'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import type { Provider, ProviderGrant } from '../provider/provider'
import { checkFields } from './check-fields'
import { addConnection, reconnectConnection } from './connection-commands'
import { visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { requireUserManaged } from './user-managed'

/** Adds a connection that consists of what a person enters. */
export async function createFromFields(
  deps: Dependencies,
  actor: Actor,
  { type, name, fields }: Inputs['connection']['create'],
): Promise<ConnectionView> {
  requireUserManaged(deps.providers, type)
  const grant = grantOf(providerOf(deps.providers, type), fields)
  const outcome = await addConnection(deps, actor, type, grant, { unlessConnected: false, name })
  if ('added' in outcome) return outcome.added
  throw new Error('a connection that may be a second one was taken for the first')
}

/** New fields under the same id: what Reconnect is where there is nobody to authorize with. */
export async function replaceFields(
  deps: Dependencies,
  actor: Actor,
  { id, fields }: Inputs['connection']['replaceFields'],
): Promise<ConnectionView> {
  const row = visibleRow(deps.vault, actor, id)
  requireUserManaged(deps.providers, String(row.type), row)
  const grant = grantOf(providerOf(deps.providers, String(row.type)), fields)
  const outcome = await reconnectConnection(deps, actor, id, grant, { anyAccount: true })
  if ('reconnected' in outcome) return outcome.reconnected
  throw new Error('a connection without an account of its own was taken for another account')
}

/** What these fields are for the type, checked as it declares them. Throws `INVALID_INPUT` naming `fields.<name>`. */
export function grantOf({ description, fromFields }: Provider, fields: Record<string, string>): ProviderGrant {
  if (!fromFields) throw invalidInput('type', refusalWords.connectedByAuthorizing)
  return fromFields(checkFields(description.fields, fields, 'fields.'))
}
