import { refreshTokens } from '../../oauth/token-endpoint'
import { notAsked } from '../not-asked'
import type { Held, RefreshStep } from '../provider'
import { clientOf, declarationOf, type PassportContext } from './client'
import { exchangeIdentity } from './identity-exchange'
import { accessOf, opened, sealed } from './tokens'

const MARGIN_MS = 60_000

type Client = ReturnType<typeof clientOf>

/**
 * What a Passport needs for an identity token that is good for over a minute: a new access token where the one it has is
 * about to end, and the exchange. Throws `PROVIDER_APP_MISSING` before there is anything to send.
 */
export function passportRefresh(context: PassportContext, held: Held, now: number, force: boolean): readonly RefreshStep[] {
  if (!force && (held.expiresAt ?? 0) - now >= MARGIN_MS) return []
  const client = clientOf(held.app)
  const isAccessEnding = opened(held.secret).accessExpiresAt - now < MARGIN_MS
  return isAccessEnding || force ? [accessStep(context, client), identityStep(context, client)] : [identityStep(context, client)]
}

/** RFC 6749, section 6. The refresh token rotates, so its answer must be durable before anything else. */
const accessStep = (context: PassportContext, { app, issuer }: Client): RefreshStep => ({
  spends: ({ secret }) => opened(secret).refreshToken,
  async send(held) {
    const tokens = opened(held.secret)
    const declaration = await declarationOf(context, issuer).catch(notAsked)
    const answer = await refreshTokens(declaration, context.fetch, app, tokens.refreshToken)
    const refreshToken = answer.refreshToken ?? tokens.refreshToken
    const secret = sealed({ ...tokens, refreshToken, ...accessOf(answer, context.now()) })
    return { secret, expiresAt: held.expiresAt, scopes: answer.scopes }
  },
})

const identityStep = ({ fetch, now }: PassportContext, { identityUrl }: Client): RefreshStep => ({
  spends: () => undefined,
  async send(held) {
    const tokens = opened(held.secret)
    const { identityToken, expiresInSeconds } = await exchangeIdentity(fetch, identityUrl, tokens.accessToken)
    return { secret: sealed({ ...tokens, identityToken }), expiresAt: now() + expiresInSeconds * 1000 }
  },
})
