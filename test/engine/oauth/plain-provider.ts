import type { OAuthDeclaration } from '../../../src-main/engine/oauth/declaration'

/** A provider that does as RFC 6749 and RFC 7636 say, at one origin. */
export const plainProvider = (origin: string): OAuthDeclaration => ({
  authorizeUrl: `${origin}/authorize?tenant=one`,
  tokenUrl: `${origin}/token`,
  revokeUrl: `${origin}/revoke`,
  scopes: ['read', 'write'],
  scopeSeparator: ' ',
  pkce: true,
  clientAuthentication: 'client_secret_basic',
  extraParameters: { access_type: 'offline' },
  bearerTokenTypes: [],
  origins: [origin],
})

export const flow = {
  app: { clientId: 'the-client', clientSecret: 'the-client-secret' },
  redirectUri: 'http://127.0.0.1:4000/api/plain/oauth/callback',
  state: 'the-state-value',
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
}

export const callback = (changes: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ code: 'the-code', state: flow.state, ...changes })
