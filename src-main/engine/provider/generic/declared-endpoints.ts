import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import type { OAuthDeclaration } from '../../oauth/declaration'

/** Where a declared provider is reached. */
export interface DeclaredEndpoints {
  authorizeUrl: string
  tokenUrl: string
  revokeUrl?: string | undefined
  /** Says whom a token stands for. */
  identityUrl: string
  /** Where requests with its tokens may go. */
  origins: readonly string[]
}

/**
 * A provider's public addresses, or those that replace them: the demo's, or a person's own. There a token may go to the one
 * origin that was named, and to none of the public ones.
 */
export function declaredEndpoints(
  real: DeclaredEndpoints,
  override: Partial<Record<string, string>> = {},
): DeclaredEndpoints & { loginHintParameter: string | undefined } {
  const { authorizeUrl, tokenUrl, revokeUrl, identityUrl, loginHintParameter } = override
  return {
    authorizeUrl: authorizeUrl ?? real.authorizeUrl,
    tokenUrl: tokenUrl ?? real.tokenUrl,
    revokeUrl: revokeUrl ?? real.revokeUrl,
    identityUrl: identityUrl ?? real.identityUrl,
    origins: identityUrl === undefined ? real.origins : [new URL(identityUrl).origin],
    loginHintParameter,
  }
}

/** What a declared provider asks for, and how it differs from others in asking. */
type Asked = Pick<OAuthDeclaration, 'scopeSeparator' | 'extraParameters'> & Pick<TypeDescription, 'scopes'>

/** An OAuth 2.0 server at these addresses, with PKCE, whose clients say who they are in the form. */
export const declaredOAuth = (
  { authorizeUrl, tokenUrl, revokeUrl, origins, loginHintParameter }: ReturnType<typeof declaredEndpoints>,
  { scopes, ...asked }: Asked,
): OAuthDeclaration => ({
  ...asked,
  authorizeUrl,
  tokenUrl,
  revokeUrl,
  origins,
  loginHintParameter,
  scopes: scopes.map(({ name }) => name),
  pkce: true,
  clientAuthentication: 'client_secret_post',
  bearerTokenTypes: [],
})
