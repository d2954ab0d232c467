import type { ConnectionDetails, DiagnosisLine } from '../../../src-shared/contract/connection'
import type { DirectCallback } from '../../../src-shared/domain/callback-transport'
import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import type { AppManifestFlow } from './app-manifest'
import type { Injection } from './injection'
import type { ProviderEvents } from './provider-events'

/** A client registered at a provider (RFC 6749, section 2.2): a person's own app, or the demo's. */
export interface ProviderApp {
  clientId: string
  /** A public client has none (RFC 6749, section 2.1). */
  clientSecret?: string | undefined
  /** An HTTPS page registered as redirect URI, where the provider takes no loopback address. */
  redirectUri?: string | undefined
  /** Everything else that the type's `appFields` declare and that was entered, secret or not. */
  fields: Readonly<Record<string, string>>
}

/** Plain JSON, sealed before anything else happens to it. */
export type ProviderSecret = Record<string, string>

/** What a redeemed authorization, or the fields a person entered, give. */
export interface ProviderGrant {
  account: { id: string; label: string }
  details: ConnectionDetails
  scopes: string[]
  /** Milliseconds since the epoch, or null where the token does not expire. */
  expiresAt: number | null
  secret: ProviderSecret
  /** It was there before this authorization, which only found it: whoever gives it up again does not end it. */
  isFound?: boolean
}

/** A connection as its provider needs it, opened. */
export interface Held {
  accountId: string
  details: ConnectionDetails
  scopes: readonly string[]
  expiresAt: number | null
  secret: ProviderSecret
  /** The app it was authorized with; undefined where the type has none, or it was forgotten. */
  app: ProviderApp | undefined
}

export interface AuthorizationRequest {
  app: ProviderApp
  redirectUri: string
  /** base64url of 32 random bytes. */
  state: string
  /** RFC 7636; ignored where the provider has no PKCE. */
  codeVerifier: string
  /** Subject of the asking actor; only sent where the endpoints name a parameter for it (the demo's do). */
  loginHint: string
  /** What the person entered beside it, for types that declare `fields`. */
  fields: Readonly<Record<string, string>>
  /** Of the type's scopes those that are asked for; all of them unless said. */
  scopes?: readonly string[] | undefined
}

/** How connections are authorized. Methods reject with `PROVIDER_ERROR` (the provider's own code) or `PROVIDER_TIMEOUT`. */
export interface AuthorizationFlow {
  /** Where it can be asked to answer, besides an HTTPS page of a person's own: at a port of this computer alone, unless said. */
  callbacks?: readonly DirectCallback[]
  url(request: AuthorizationRequest): Promise<string>
  /** Which parameter an answer must have, once: `code` unless said. */
  answeredBy?(callback: URLSearchParams): string
  /** Redeems the provider's answer. `callback` has no `error`, its `state` was checked already. */
  redeem(request: AuthorizationRequest, callback: URLSearchParams): Promise<ProviderGrant>
}

/** What a provider answered when it was asked who this is. `event` is what the answer says happened, if anything. */
export interface ProviderTest {
  result: 'success' | 'failure'
  /** For a failure: a sentence without a secret in it. */
  error?: string
  event?: LifecycleEvent | undefined
  /** Facts that changed at the provider since they were written down. */
  details?: ConnectionDetails | undefined
  /** For a failure: the token is good, and was not granted enough. */
  isMissingScope?: true
  /** For a failure: the provider is down, slow or wants nothing of us for now, which says nothing about the connection. */
  isUnavailable?: true
  /** For a failure: there is nobody to ask, and `error` says what is missing. It is told, and not kept. */
  cannotAsk?: true
  /** For an unavailable one that said for how long. */
  retryAfterSeconds?: number
}

/** New tokens of a refresh step: what is sealed from now on. */
export interface RefreshedTokens {
  secret: ProviderSecret
  /** When the connection is due again; milliseconds since the epoch. */
  expiresAt: number | null
  scopes?: string[] | undefined
}

/** One request of a refresh. What it answers is durable before the next step, or any use. */
export interface RefreshStep {
  /** The token that the provider may take only once (a rotating refresh token); undefined where sending twice is harmless. */
  spends(held: Held): string | undefined
  /** Rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`; the engine decides what that means. */
  send(held: Held): Promise<RefreshedTokens>
}

/** A token that is made before use and kept in memory only. */
export interface MintedToken {
  token: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/**
 * One credential type: declarative first, code where the provider is odd. Adding one is a file here and a line in the registry.
 * Methods reject with `EngineError` `PROVIDER_ERROR` (with the provider's own code) or `PROVIDER_TIMEOUT`.
 */
export interface Provider {
  description: TypeDescription
  /** `creation: 'authorization'`. */
  authorization?: AuthorizationFlow
  /** `creation: 'fields'`. Throws `INVALID_INPUT` naming `fields.<name>`. */
  fromFields?(fields: Readonly<Record<string, string>>): ProviderGrant
  /** Types whose client comes with each connection: the app, from fields just entered or from the connection. */
  ownApp?(from: { fields: Readonly<Record<string, string>> } | { held: Held }): ProviderApp
  /** Checks an app beyond the shape of its fields. Throws `INVALID_INPUT` naming the field. */
  checkApp?(app: ProviderApp): void
  /** Where the provider makes a person's app itself. */
  appManifest?: AppManifestFlow
  test(held: Held): Promise<ProviderTest>
  /** Ends the grant. Resolves also when the provider says it is already gone. Absent where there is nothing to end. */
  revoke?(held: Held): Promise<void>
  /** Whether revoking one of these would take the other's access too. */
  sameGrant(a: { accountId: string; details: ConnectionDetails }, b: { accountId: string; details: ConnectionDetails }): boolean
  /**
   * What is to be sent, in this order, for tokens that are good for longer than a minute; empty when they are already.
   * `force`: the provider has just refused the token, whatever its expiry said. Absent where tokens cannot be refreshed.
   * Throws `PROVIDER_APP_MISSING` where the app that refreshes them was forgotten.
   */
  refresh?(held: Held, now: number, force: boolean): readonly RefreshStep[]
  /** Makes the short-lived token that requests carry. Absent where the sealed one is carried. */
  mint?(held: Held): Promise<MintedToken>
  /** What an error code of this provider says happened to the connection, where it is not what it says everywhere. */
  meaning?(code: string): LifecycleEvent | undefined
  /** What one request carries, and where it may go. `minted` is there where `mint` is. */
  inject(held: Held, minted: string | undefined): Injection
  /** Names what requests are limited together: at most five at once, one pause for all. The type's key unless said. */
  limitedAs?(connection: Pick<Held, 'details'>): string
  /**
   * Lines of the checklist that only this provider can answer, for the channel or repository the person named. They stand in
   * for the engine's line of the same check. What the provider did not answer is an `unknown` line, not a rejection.
   */
  diagnose?(held: Held, about: { channel?: string | undefined; repository?: string | undefined }): Promise<DiagnosisLine[]>
  /** Where the provider tells of revoked tokens and removed apps. */
  events?: ProviderEvents
  /** What a person does at the provider when it could not be told of a removal. */
  manualRevoke: string
}

export type Providers = ReadonlyMap<string, Provider>
