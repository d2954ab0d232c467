import { genericTypeWords } from '../../../../src-shared/words/en/generic-types'
import { discover } from '../../oauth/discovery'
import type { Fetch } from '../../port'
import type { Provider, ProviderApp } from '../provider'
import { discoveredServer, openIdIdentity } from './discovered-server'
import { clientDetails, enteredClient, heldClient, sealedClient } from './generic-oauth2-client'
import { genericOAuth2Description } from './generic-oauth2-description'
import type { Account } from './identity'
import { type DeclaredServer, oauthProvider } from './oauth-provider'
import { listOf } from './origin-list'

/** Any OAuth 2.0 server, with a client that a person registered there: both come with each connection. */
export function genericOAuth2(fetch: Fetch, now: () => number): Provider {
  return oauthProvider(fetch, now, {
    description: genericOAuth2Description,
    // Whatever the person registered there. Source: RFC 8252, section 7
    callbacks: ['loopback', 'deep_link'],
    ownApp: (from) => ('held' in from ? heldClient(from.held) : enteredClient(from.fields)),
    declare: (app) => declare(fetch, now, app),
    origins: ({ origins = [] }) => origins,
    details: clientDetails,
    sealed: sealedClient,
    account: accountOf,
    // One server that wants a pause is no reason to leave another alone.
    limitedAs: ({ details: { issuer, tokenUrl } }) => `genericOAuth2 ${issuer ?? tokenUrl}`,
    manualRevoke: genericTypeWords.manualRevoke,
  })
}

async function declare(fetch: Fetch, now: () => number, { fields }: ProviderApp): Promise<DeclaredServer> {
  const { issuer, authorizeUrl = '', tokenUrl = '', revokeUrl, userinfoUrl } = fields
  const scopes = listOf(fields.scopes)
  // Without the prompt, a server of OpenID Connect ignores the scope (Core, section 11).
  const extraParameters: Record<string, string> = scopes.includes('offline_access') ? { prompt: 'consent' } : {}
  const asked = { scopes, extraParameters, origins: listOf(fields.origins) }
  if (issuer !== undefined) {
    const server = await discover(fetch, issuer, now)
    return discoveredServer({ ...server, userinfoUrl: userinfoUrl ?? server.userinfoUrl }, asked)
  }
  return {
    oauth: {
      ...asked,
      authorizeUrl,
      tokenUrl,
      revokeUrl,
      scopeSeparator: ' ',
      // A server without it ignores it (RFC 6749, section 3.1).
      pkce: true,
      // The one that every server with passwords for clients has to take (section 2.3.1).
      clientAuthentication: 'client_secret_basic',
      bearerTokenTypes: [],
    },
    identity: openIdIdentity(userinfoUrl, asked.origins),
  }
}

/** A `sub` means something at its own server only, and a token something for its own client only. */
function accountOf({ clientId, fields }: ProviderApp, named: Account | undefined): Account {
  const server = fields.issuer ?? fields.tokenUrl ?? ''
  const id = [server, clientId, ...(named ? [named.id] : [])].join(' ')
  return { id, label: named?.label ?? new URL(server).host }
}
