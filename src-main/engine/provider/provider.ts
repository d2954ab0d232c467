import type { ConnectionDetails } from '../../../src-shared/contract/connection'
import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import type { ProviderEvents } from './provider-events'

/** A client registered at a provider (RFC 6749, section 2.2): a person's own app, or the demo's. */
export interface ProviderApp {
  clientId: string
  clientSecret: string
  /** An HTTPS page registered as redirect URI, where the provider takes no loopback address. */
  redirectUri?: string
}

/** What a redeemed authorization gives. `secret` is plain JSON and is sealed before anything else happens to it. */
export interface ProviderGrant {
  account: { id: string; label: string }
  details: ConnectionDetails
  scopes: string[]
  /** Milliseconds since the epoch, or null where the token does not expire. */
  expiresAt: number | null
  secret: ProviderSecret
}

export type ProviderSecret = Record<string, string>

export interface AuthorizationRequest {
  app: ProviderApp
  redirectUri: string
  /** base64url of 32 random bytes. */
  state: string
  /** RFC 7636; ignored where the provider has no PKCE. */
  codeVerifier: string
  /** Subject of the asking actor; only sent where the endpoints name a parameter for it (the demo's do). */
  loginHint: string
}

export type ProviderTest =
  | { result: 'success' }
  /** `rejected`: the provider refused the token for good, so the connection needs a reconnect. */
  | { result: 'failure'; error: string; rejected: boolean }

/**
 * One credential type: declarative first, code where the provider is odd. Adding one is a file here and a line in the registry.
 * Methods reject with `EngineError` `PROVIDER_ERROR` (with the provider's own code) or `PROVIDER_TIMEOUT`.
 */
export interface Provider {
  description: TypeDescription
  authorizationUrl(request: AuthorizationRequest): Promise<string>
  /** Redeems the provider's answer. `callback` has no `error`, its `state` was checked already. */
  redeem(request: AuthorizationRequest, callback: URLSearchParams): Promise<ProviderGrant>
  test(secret: ProviderSecret): Promise<ProviderTest>
  /** Resolves also when the provider says the token is already gone. */
  revoke(secret: ProviderSecret): Promise<void>
  /** Whether revoking one of these would take the other's access too. */
  sameGrant(a: { accountId: string; details: ConnectionDetails }, b: { accountId: string; details: ConnectionDetails }): boolean
  /** Where the provider tells of revoked tokens and removed apps. */
  events?: ProviderEvents
  /** What a person does at the provider when it could not be told of a removal. */
  manualRevoke: string
}

export type Providers = ReadonlyMap<string, Provider>
