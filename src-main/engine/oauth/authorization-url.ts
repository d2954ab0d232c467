import type { CodeFlow, OAuthDeclaration } from './declaration'
import { codeChallenge } from './proof'

/** The provider's consent page for one authorization (RFC 6749, section 4.1.1). Holds the state: for nobody but the caller. */
export async function authorizationUrl(
  declaration: OAuthDeclaration,
  flow: CodeFlow & { loginHint: string; scopes?: readonly string[] | undefined },
): Promise<string> {
  const url = new URL(declaration.authorizeUrl)
  const parameters: Record<string, string> = {
    ...declaration.extraParameters,
    response_type: 'code',
    client_id: flow.app.clientId,
    redirect_uri: flow.redirectUri,
    state: flow.state,
  }
  const { scopes = declaration.scopes } = flow
  if (scopes.length > 0) parameters.scope = scopes.join(declaration.scopeSeparator)
  if (declaration.pkce) {
    parameters.code_challenge = await codeChallenge(flow.codeVerifier)
    parameters.code_challenge_method = 'S256'
  }
  if (declaration.loginHintParameter !== undefined) parameters[declaration.loginHintParameter] = flow.loginHint
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}
