import type { Inputs } from '../../../src-shared/contract'
import type { StartedAuthorization } from '../../../src-shared/contract/authorization'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import type { CallContext } from '../engine'
import { invalidInput } from '../error'
import { newProof } from '../oauth/proof'
import type { Provider, ProviderApp } from '../provider/provider'
import type { Row } from '../vault/store'
import type { AuthorizationBook } from './authorization-book'
import { callbackAddress } from './callback-address'
import { checkFields } from './check-fields'
import { visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import { openProviderApp } from './provider-apps'
import { requireUserManaged } from './user-managed'

type Fields = Readonly<Record<string, string>>

export function startAdding(
  deps: Dependencies,
  book: AuthorizationBook,
  context: CallContext,
  { type, fields }: Inputs['authorization']['add'],
) {
  return start(deps, book, context, type, { fields }, undefined)
}

export async function startReconnecting(
  deps: Dependencies,
  book: AuthorizationBook,
  context: CallContext,
  { id, fields, scopes }: Inputs['authorization']['reconnect'],
) {
  const row = visibleRow(deps.vault, context.actor, id)
  return start(deps, book, context, row.type as CredentialTypeKey, { fields, scopes }, row)
}

async function start(
  deps: Dependencies,
  book: AuthorizationBook,
  context: CallContext,
  type: CredentialTypeKey,
  asked: { fields: Fields | undefined; scopes?: readonly string[] | undefined },
  reconnects: Row | undefined,
): Promise<StartedAuthorization> {
  const provider = providerOf(deps.providers, type)
  requireUserManaged(deps.providers, type, reconnects)
  if (!provider.authorization) throw invalidInput('type', refusalWords.connectedByFields)
  const { actor } = context
  const scopes = asked.scopes && fewerScopes(provider.description, asked.scopes)
  const { app, fields } = await clientFor(deps, provider, asked.fields, reconnects)
  const { redirectUri, transport } = callbackAddress(deps, context, type, app)
  const request = {
    app,
    redirectUri,
    ...newProof(),
    loginHint: actor.subject,
    fields,
    scopes,
  }
  const authorizationUrl = await provider.authorization.url(request)
  const authorization = book.start({ type, actor, reconnects: reconnects && String(reconnects.id), request })
  return {
    authorizationId: authorization.id,
    authorizationUrl,
    transport,
    expiresAt: new Date(authorization.expiresAt).toISOString(),
  }
}

/** In the order of the type. Throws `INVALID_INPUT` for what the type does not ask for: nobody widens a connection this way. */
function fewerScopes({ type, scopes }: Provider['description'], asked: readonly string[]): string[] {
  // Permissions of a GitHub App are its own, and not asked for when it is installed.
  const known = type === 'githubApi' ? [] : scopes.map(({ name }) => name)
  for (const [index, scope] of asked.entries())
    if (!known.includes(scope)) throw invalidInput(`scopes.${index}`, refusalWords.notAScopeOf(type))
  return known.filter((scope) => asked.includes(scope))
}

/** The client to authorize with: the person's app, or the one that comes with the connection. */
async function clientFor(
  deps: Dependencies,
  { description, ownApp }: Provider,
  entered: Fields | undefined,
  reconnects: Row | undefined,
): Promise<{ app: ProviderApp; fields: Fields }> {
  if (entered === undefined && reconnects && ownApp) {
    const held = await openHeld(deps, reconnects)
    if (held && held !== 'damaged') {
      const app = ownApp({ held })
      return { app, fields: app.fields }
    }
    // Removed, so its client's secret is erased, or it does not open: everything has to be entered again.
  }
  const fields = checkFields(description.fields, entered ?? {}, 'fields.')
  return { app: ownApp ? ownApp({ fields }) : await openProviderApp(deps, description.type), fields }
}
