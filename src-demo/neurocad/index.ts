import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allOrNone } from '../all-or-none'
import { serveOnLoopback, type UpgradeHandler } from '../loopback-server'
import { openM2m, sessionManagerPath } from '../m2m'
import type { DemoPassport } from '../passport'
import { passportClientId } from '../passport/app'
import type { DemoPart, SeededOptions } from '../platform'
import { openSessionManager, type SessionManager } from '../session-manager/session-manager'
import { openSigningKey } from '../signing-key'
import { type AnswerLoss, answerLoss } from './answer-loss'
import { assetRoutes } from './asset-routes'
import { openAssetStore } from './asset-store'
import { deliveryRoutes } from './delivery-routes'
import { extraction } from './extraction'
import { openIdempotency } from './idempotency'
import { exchangePath, identityExchange } from './identity-exchange'
import { identityTokens } from './identity-tokens'
import { openIssuers } from './issuers'
import { serviceTokens } from './service-tokens'
import { openShareLinks } from './share-links'
import { shareRoutes } from './share-routes'

export interface DemoNeurocad extends DemoPart {
  /** Origin without a trailing slash. */
  url: string
  sessionManager: SessionManager
  loss: AnswerLoss
}

/** Seconds. */
const IDENTITY_TOKEN = 15 * 60
/** No request has more to say. Bytes. */
const MOST_BODY = 64 * 1024

/**
 * Starts the demo's Neurocad platform: its services behind one address, each a set of routes of its own. They take identity
 * tokens, which the platform gives for access tokens of its Cognito. Rejects with nothing left running.
 */
export async function startNeurocad(options: SeededOptions, passport: DemoPassport): Promise<DemoNeurocad> {
  const { folder, derive, actors } = options
  const identityKey = await openSigningKey(join(folder, 'neurocad-key.json'), 'ES256')
  const assets = await openAssetStore(folder)
  const links = await openShareLinks(folder, derive('share links', 32))
  const idempotency = await openIdempotency(folder)
  return allOrNone(async (track) => {
    const app = new Hono()
    const upgrades: Record<string, UpgradeHandler> = {}
    // Listens before it has anything to answer: its tokens name its address as their issuer.
    const { url } = track(await serveOnLoopback(app, upgrades))
    const issued = await identityTokens(identityKey, url, options.passport?.identityTokenSeconds ?? IDENTITY_TOKEN)
    app.post('*', bodyLimit({ maxSize: MOST_BODY }))
    app.get('/.well-known/jwks.json', (c) => c.json(issued.keySet))
    app.route('/', identityExchange(issued, passport.userinfoUrl))
    const m2m = await openM2m(folder, derive, url)
    app.route('/', m2m.routes)

    const tokens = await serviceTokens({ identity: identityKey, m2m: m2m.key }, await openIssuers(folder, url), actors)
    const manager = track(
      await openSessionManager({
        identify: tokens.identify,
        path: join(folder, 'neurocad-deliveries.json'),
        async openAsset(id) {
          const asset = assets.find(id)
          return asset && assets.open(asset)
        },
      }),
    )
    upgrades[`${sessionManagerPath}/session`] = manager.upgrade
    const loss = answerLoss()
    const parts = { url, tokens, assets, links, manager, idempotency, loss }
    app.route('/', extraction(parts))
    app.route('/', assetRoutes(parts))
    app.route('/', shareRoutes(parts))
    // First: while it is away, nothing below its address answers.
    app.route(sessionManagerPath, manager.routes)
    app.route(sessionManagerPath, deliveryRoutes(parts))
    return {
      url,
      sessionManager: manager,
      loss,
      endpoints: { neurocadUserIdentityApi: { loginHintParameter: 'login_hint' } },
      firstApps: {
        neurocadUserIdentityApi: { issuer: passport.url, clientId: passportClientId, identityUrl: `${url}${exchangePath}` },
      },
      operator: m2m.operator,
    }
  })
}
