import { demoAccounts } from '../../../../src-demo'
import type { DemoPlatform } from '../../../../src-demo/platform'
import { boundedFetch } from '../../../../src-main/engine/oauth/bounded-fetch'
import { newProof } from '../../../../src-main/engine/oauth/proof'
import type { Fetch } from '../../../../src-main/engine/port'
import { passport } from '../../../../src-main/engine/provider/passport/passport'
import type { AuthorizationRequest, Held, Provider, ProviderApp } from '../../../../src-main/engine/provider/provider'
import { approve } from '../../../demo/consent'
import { passportRedirectUri } from '../../../demo/passport-client'
import { flowOf } from '../flow-of'

/** The time, wherever it is not real. Milliseconds since the epoch. */
export const now = 1_800_000_000_000

export const passportWith = (fetch: Fetch): Provider =>
  passport({ fetch: boundedFetch(fetch), now: () => now, loginHintParameter: 'login_hint' })

/** The demo's client, as a person would enter it. */
export function appAt({ firstApps }: DemoPlatform): ProviderApp {
  const { clientId = '', ...fields } = firstApps.neurocadUserIdentityApi ?? {}
  return { clientId, fields }
}

export const requestFor = (app: ProviderApp): AuthorizationRequest => ({
  app,
  redirectUri: passportRedirectUri,
  ...newProof(),
  loginHint: demoAccounts.owner.subject,
  fields: {},
})

/** Signs in to the end. `altered` changes the redirect on its way. */
export async function grantFrom(provider: Provider, app: ProviderApp, altered = (url: string) => url) {
  const request = requestFor(app)
  const redirect = altered(await approve(await flowOf(provider).url(request)))
  return flowOf(provider).redeem(request, new URL(redirect).searchParams)
}

const minutes = (count: number) => count * 60_000

/** A Passport with this much left of its access and of its identity token, at servers of the test's own. */
export function heldPassport(
  { issuer = 'http://127.0.0.1:1', identityUrl = 'http://127.0.0.1:1/exchange' }: { issuer?: string; identityUrl?: string },
  { access = minutes(60), identity = minutes(15) } = {},
): Held {
  return {
    accountId: 'user_ada',
    details: {},
    scopes: ['openid'],
    expiresAt: now + identity,
    secret: {
      refreshToken: 'the-refresh-token',
      accessToken: 'the-access-token',
      accessExpiresAt: String(now + access),
      identityToken: 'the-identity-token',
    },
    app: { clientId: 'the-client', fields: { issuer, identityUrl } },
  }
}
