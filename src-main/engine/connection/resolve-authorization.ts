import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { Actor } from '../../../src-shared/domain/actor'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError, invalidInput } from '../error'
import type { ProviderGrant } from '../provider/provider'
import { type Authorization, type AuthorizationBook, authorizationView, requireStatus } from './authorization-book'
import { announce, completed } from './complete-authorization'
import { addConnection, reconnectConnection } from './connection-commands'
import type { Dependencies } from './dependencies'
import { revokeAtProvider } from './provider-revocation'

type Choice = 'switch' | 'keep_as_new' | 'reconnect_existing' | 'discard'

const choices: Partial<Record<Authorization['status'], readonly Choice[]>> = {
  pending: ['discard'],
  account_exists: ['reconnect_existing', 'keep_as_new', 'discard'],
  account_mismatch: ['switch', 'keep_as_new', 'discard'],
}

/** Carries out what the person decided, with the tokens that are already here: nobody has to authorize again. */
export async function resolveAuthorization(
  deps: Dependencies,
  book: AuthorizationBook,
  actor: Actor,
  id: string,
  choice: Choice,
): Promise<AuthorizationView> {
  const authorization = book.find(actor, id)
  requireStatus(authorization, ['pending', 'account_exists', 'account_mismatch'])
  const possible = choices[authorization.status] ?? []
  if (!possible.includes(choice)) throw invalidInput('choice', refusalWords.mustBeOneOf(possible))
  authorization.busy = true
  try {
    const { grant } = authorization
    if (choice === 'discard' || !grant) await discard(deps, authorization)
    else completed(authorization, await keep(deps, authorization, grant, choice))
  } finally {
    authorization.busy = false
    announce(deps, authorization)
  }
  return authorizationView(authorization)
}

/** The id that has the grant now. A failing commit leaves the choice open. */
async function keep(
  deps: Dependencies,
  { actor, type, connectionId }: Authorization,
  grant: ProviderGrant,
  choice: Choice,
): Promise<string> {
  if (choice === 'keep_as_new' || connectionId === undefined) {
    const outcome = await addConnection(deps, actor, type, grant, { unlessConnected: false })
    if ('added' in outcome) return outcome.added.id
    throw new EngineError('VERSION_CONFLICT', { connectionId: outcome.exists })
  }
  const outcome = await reconnectConnection(deps, actor, connectionId, grant, { anyAccount: choice === 'switch' })
  // The existing connection was switched to another account while the person was thinking.
  if ('mismatch' in outcome) throw new EngineError('VERSION_CONFLICT', { connectionId })
  return connectionId
}

/** Tokens that nobody keeps are ended at the provider too, as far as it answers; not what was there before. */
export async function endUnwanted(deps: Dependencies, { type, app }: Authorization, grant: ProviderGrant): Promise<void> {
  if (!grant.isFound) await revokeAtProvider(deps, { ...grant, type, accountId: grant.account.id, app })
}

async function discard(deps: Dependencies, authorization: Authorization): Promise<void> {
  const { id, grant } = authorization
  authorization.status = 'failed'
  authorization.error = new EngineError('AUTHORIZATION_DENIED', { authorizationId: id }, refusalWords.cancelled)
  authorization.request = undefined
  authorization.grant = undefined
  if (grant) await endUnwanted(deps, authorization, grant)
}
