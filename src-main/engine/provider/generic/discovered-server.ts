import type { OAuthDeclaration } from '../../oauth/declaration'
import type { AuthorizationServer } from '../../oauth/server-metadata'
import { type Identity, OpenIdAccount } from './identity'
import type { DeclaredServer } from './oauth-provider'

/** What no server says of itself: what is asked of it, and where its tokens may go. */
type Asked = Pick<OAuthDeclaration, 'scopes' | 'origins' | 'extraParameters' | 'loginHintParameter'>

/** A server declared by its own metadata. Its user info endpoint is asked only where its tokens may go. */
export function discoveredServer({ userinfoUrl, ...server }: AuthorizationServer, asked: Asked): DeclaredServer {
  return {
    oauth: { ...server, ...asked, scopeSeparator: ' ', bearerTokenTypes: [] },
    identity: openIdIdentity(userinfoUrl, asked.origins),
  }
}

/** Undefined where there is no user info address, or none that a token may be sent to. */
export const openIdIdentity = (url: string | undefined, origins: readonly string[]): Identity | undefined =>
  url !== undefined && origins.includes(new URL(url).origin) ? { url, account: OpenIdAccount } : undefined
