import type { StartedAuthorization } from '../../../src-shared/contract/authorization'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { CallContext } from '../engine'
import { EngineError } from '../error'
import { newProof } from '../oauth/proof'
import type { AuthorizationBook } from './authorization-book'
import { visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './directory'
import { openProviderApp } from './provider-apps'

export function startAdding(deps: Dependencies, book: AuthorizationBook, context: CallContext, type: CredentialTypeKey) {
  return start(deps, book, context, type, undefined)
}

export function startReconnecting(deps: Dependencies, book: AuthorizationBook, context: CallContext, id: string) {
  const row = visibleRow(deps.vault, context.actor, id)
  return start(deps, book, context, row.type as CredentialTypeKey, id)
}

async function start(
  deps: Dependencies,
  book: AuthorizationBook,
  { actor, callbackOrigin }: CallContext,
  type: CredentialTypeKey,
  reconnects: string | undefined,
): Promise<StartedAuthorization> {
  const provider = providerOf(deps.providers, type)
  if (provider.description.managed) throw new EngineError('TYPE_NOT_USER_MANAGED', { type })
  const app = await openProviderApp(deps, type)
  const request = {
    app,
    redirectUri: app.redirectUri ?? `${callbackOrigin}/api/${type}/oauth/callback`,
    ...newProof(),
    loginHint: actor.subject,
  }
  const authorizationUrl = await provider.authorizationUrl(request)
  const authorization = book.start({ type, actor, reconnects, request })
  return {
    authorizationId: authorization.id,
    authorizationUrl,
    transport: app.redirectUri === undefined ? 'loopback' : 'paste',
    expiresAt: new Date(authorization.expiresAt).toISOString(),
  }
}
