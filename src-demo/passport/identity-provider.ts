import { randomBytes } from 'node:crypto'
import type { Adapter, Configuration, Provider } from 'oidc-provider'
import type { DemoActor } from '../platform'
import type { SigningKey } from '../signing-key'
import { passportClientId, passportPaths } from './app'
import { importQuietly } from './quiet-import'

export interface IdentityProviderOptions {
  issuer: string
  adapter: (model: string) => Adapter
  signingKey: SigningKey
  actors: readonly DemoActor[]
  redirectUris: readonly string[]
  accessTokenSeconds: number
}

const DAY_SECONDS = 24 * 60 * 60

/** `oidc-provider` set up as a Cognito user pool with one public native client: PKCE, rotating refresh tokens, nothing printed. */
export async function createIdentityProvider(options: IdentityProviderOptions): Promise<Provider> {
  const { Provider } = await importQuietly()
  return new Provider(options.issuer, configurationOf(options))
}

const configurationOf = (options: IdentityProviderOptions): Configuration => ({
  adapter: options.adapter,
  clients: [
    {
      client_id: passportClientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [...options.redirectUris],
    },
  ],
  jwks: { keys: [options.signingKey] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  routes: passportPaths,
  clockTolerance: 0,
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access', 'email', 'profile'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  // Like Cognito, the id token says what the scopes allow, not only who it is.
  conformIdTokenClaims: false,
  findAccount: (_, subject) => {
    const actor = options.actors.find((known) => known.subject === subject)
    return actor && { accountId: subject, claims: () => claimsOf(actor) }
  },
  // Like Cognito, with every code, whether `offline_access` was asked for or not.
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  expiresWithSession: () => false,
  rotateRefreshToken: true,
  ttl: {
    AccessToken: options.accessTokenSeconds,
    AuthorizationCode: 60,
    Grant: 365 * DAY_SECONDS,
    IdToken: options.accessTokenSeconds,
    Interaction: 10 * 60,
    RefreshToken: 30 * DAY_SECONDS,
    Session: 10 * 60,
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
  },
  renderError: (context, { error }) => {
    context.type = 'text/plain'
    context.body = error
  },
})

const claimsOf = ({ subject, label }: DemoActor) => ({
  sub: subject,
  name: label,
  email: `${label.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@larkspur.example`,
  email_verified: true,
})
