import { join } from 'node:path'
import { Hono } from 'hono'
import { allOrNone } from '../all-or-none'
import { serveOnLoopback } from '../loopback-server'
import { openM2m } from '../m2m'
import type { DemoPassport } from '../passport'
import { passportClientId } from '../passport/app'
import type { DemoPart, SeededOptions } from '../platform'
import { openSigningKey } from '../signing-key'
import { exchangePath, identityExchange } from './identity-exchange'
import { identityTokens } from './identity-tokens'

export interface DemoNeurocad extends DemoPart {
  /** Origin without a trailing slash. */
  url: string
}

/** Seconds. */
const IDENTITY_TOKEN = 15 * 60

/**
 * Starts the demo's Neurocad platform: its services behind one address, each a set of routes of its own. They take identity
 * tokens, which the platform gives for access tokens of its Cognito. Rejects with nothing left running.
 */
export async function startNeurocad(options: SeededOptions, passport: DemoPassport): Promise<DemoNeurocad> {
  const key = await openSigningKey(join(options.folder, 'neurocad-key.json'), 'ES256')
  return allOrNone(async (track) => {
    const app = new Hono()
    // Listens before it has anything to answer: its tokens name its address as their issuer.
    const { url } = track(await serveOnLoopback(app))
    const tokens = await identityTokens(key, url, options.passport?.identityTokenSeconds ?? IDENTITY_TOKEN)
    app.get('/.well-known/jwks.json', (c) => c.json(tokens.keySet))
    app.route('/', identityExchange(tokens, passport.userinfoUrl))
    const m2m = await openM2m(options.folder, options.derive, url)
    app.route('/', m2m.routes)
    return {
      url,
      endpoints: { neurocadUserIdentityApi: { loginHintParameter: 'login_hint' } },
      firstApps: {
        neurocadUserIdentityApi: { issuer: passport.url, clientId: passportClientId, identityUrl: `${url}${exchangePath}` },
      },
      operator: m2m.operator,
    }
  })
}
