import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { Actor } from '../../../src-shared/domain/actor'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError, invalidInput } from '../error'
import type { AuthorizationRequest, ProviderGrant } from '../provider/provider'
import { type Authorization, type AuthorizationBook, authorizationView, requireStatus } from './authorization-book'
import { addConnection, reconnectConnection } from './connection-commands'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { revokeAtProvider } from './provider-revocation'

/** A provider's redirect. Whoever carries it, it can only finish the authorization that its state belongs to. */
export async function completeCallback(
  deps: Dependencies,
  book: AuthorizationBook,
  type: string,
  query: string,
): Promise<AuthorizationView> {
  const callback = new URLSearchParams(query)
  const states = callback.getAll('state')
  const [state] = states
  if (state === undefined || states.length > 1) throw new EngineError('AUTHORIZATION_UNKNOWN')
  const authorization = book.findByState(type, state)
  const { request } = authorization
  if (!request) throw new EngineError('AUTHORIZATION_USED', { authorizationId: authorization.id })
  const error = callback.get('error')
  const needed = providerOf(deps.providers, type).authorization?.answeredBy?.(callback) ?? 'code'
  if (error === null && (callback.getAll(needed).length !== 1 || callback.get(needed) === ''))
    throw invalidInput(needed, refusalWords.mustBeThereOnce)
  return complete(deps, book, authorization, request, callback)
}

/** The same, from an address that a person pasted into the page that waits for it. */
export async function completePasted(deps: Dependencies, book: AuthorizationBook, actor: Actor, id: string, pasted: string) {
  const authorization = book.find(actor, id)
  requireStatus(authorization, ['pending'])
  const url = URL.canParse(pasted.trim()) ? new URL(pasted.trim()) : undefined
  if (!url) throw invalidInput('url', refusalWords.notAnAddress)
  const redirect = authorization.request && new URL(authorization.request.redirectUri)
  if (redirect && placeOf(url) !== placeOf(redirect)) throw invalidInput('url', refusalWords.mustBeginWith(placeOf(redirect)))
  const state = url.searchParams.get('state')
  if (state !== null && authorization.request && authorization.request.state !== state) {
    throw new EngineError('AUTHORIZATION_UNKNOWN', { authorizationId: id }, refusalWords.addressOfAnother)
  }
  return completeCallback(deps, book, authorization.type, url.search.slice(1))
}

/** Without query and fragment. Node knows no origin for a scheme of our own. */
const placeOf = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`

async function complete(
  deps: Dependencies,
  book: AuthorizationBook,
  authorization: Authorization,
  request: AuthorizationRequest,
  callback: URLSearchParams,
): Promise<AuthorizationView> {
  // Before the first await: of two callbacks with one state, the second finds it taken.
  authorization.busy = true
  authorization.request = undefined
  try {
    const refused = callback.get('error')
    if (refused !== null) throw denied(authorization, refused, [request.state, ...callback.getAll('code')])
    const { authorization: flow } = providerOf(deps.providers, authorization.type)
    if (!flow) throw new Error('an authorization of a type without a flow')
    const grant = await flow.redeem(request, callback)
    await storeOrEnd(deps, authorization, grant)
    if (authorization.grant) book.extend(authorization)
  } catch (error) {
    authorization.status = 'failed'
    authorization.error = error instanceof EngineError ? error : new EngineError('INTERNAL')
    throw error
  } finally {
    authorization.busy = false
    announce(deps, authorization)
  }
  return authorizationView(authorization)
}

/** A grant that may not be kept here, because it is somebody else's, is not left behind at the provider either. */
async function storeOrEnd(deps: Dependencies, authorization: Authorization, grant: ProviderGrant): Promise<void> {
  try {
    await store(deps, authorization, grant)
  } catch (error) {
    if (error instanceof EngineError && error.code === 'AUTHORIZATION_DENIED') {
      const { type, app } = authorization
      await revokeAtProvider(deps, { ...grant, type, accountId: grant.account.id, app })
    }
    throw error
  }
}

/** Adds or reconnects, or keeps the grant for a choice that only the person can make. */
async function store(deps: Dependencies, authorization: Authorization, grant: ProviderGrant): Promise<void> {
  const { actor, type, reconnects } = authorization
  if (reconnects === undefined) {
    const outcome = await addConnection(deps, actor, type, grant, { unlessConnected: true })
    if ('added' in outcome) return completed(authorization, outcome.added.id)
    authorization.status = 'account_exists'
    authorization.connectionId = outcome.exists
  } else {
    const outcome = await reconnectConnection(deps, actor, reconnects, grant, { anyAccount: false })
    if ('reconnected' in outcome) return completed(authorization, reconnects)
    authorization.status = 'account_mismatch'
  }
  authorization.grant = grant
}

export function completed(authorization: Authorization, connectionId: string): void {
  authorization.status = 'completed'
  authorization.connectionId = connectionId
  authorization.grant = undefined
}

export function announce({ publish }: Dependencies, authorization: Authorization): void {
  publish({
    event: { kind: 'authorization', authorization: authorizationView(authorization) },
    audience: { subject: authorization.actor.subject },
  })
}

/**
 * The provider's own code is kept as far as RFC 6749 allows its characters; its description is not: it could say anything.
 * @param sent secrets of the redirect; a code that says one back is not quoted
 */
function denied(authorization: Authorization, code: string, sent: readonly string[]): EngineError {
  const isQuotable =
    /^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,100}$/.test(code) && !sent.some((secret) => secret !== '' && code.includes(secret))
  const providerError = isQuotable ? code : 'invalid_error_code'
  return new EngineError('AUTHORIZATION_DENIED', { authorizationId: authorization.id, type: authorization.type, providerError })
}
