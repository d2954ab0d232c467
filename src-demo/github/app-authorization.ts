import type { Context } from 'hono'
import { decodeJwt } from 'jose'
import type { GitHubApp } from './app'
import { presentedToken, refusal } from './refusal'
import type { Site } from './site'

/** GitHub allows ten minutes; the rest is for clocks that differ. */
const LONGEST_SECONDS = 10 * 60
const DRIFT_SECONDS = 60

/**
 * The App whose JWT is presented. The emulator judges signature and expiry; it does not mind how far ahead a JWT is dated.
 * Source: GitHub, "Generating a JSON Web Token (JWT) for a GitHub App".
 */
export async function presentedApp(c: Context, { apps, emulated }: Pick<Site, 'apps' | 'emulated'>) {
  const jwt = presentedToken(c)
  const { iss, iat, exp } = claimsOf(jwt)
  const app = apps.all().find(({ appId }) => String(appId) === String(iss))
  if (app === undefined) throw refusal.noIntegration()
  if (!(await (await emulated.of(app)).verifies(jwt))) throw refusal.undecodableJwt()
  const now = Date.now() / 1000
  if (iat === undefined || iat > now + DRIFT_SECONDS) throw refusal.issuedInFuture()
  if (exp === undefined || exp > now + LONGEST_SECONDS + DRIFT_SECONDS) throw refusal.expiresTooLate()
  return { app, jwt } satisfies { app: GitHubApp; jwt: string }
}

function claimsOf(jwt: string) {
  try {
    return decodeJwt(jwt)
  } catch {
    throw refusal.undecodableJwt()
  }
}
