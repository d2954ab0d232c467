import { Hono } from 'hono'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { Subject } from '../../../src-shared/domain/identifiers'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import { unknownRoute } from './base-app'
import type { Environment } from './environment'
import { namedFailure } from './named-failure'

/** A delivery is judged by its signature, so nobody is asking. */
const actor = { subject: Subject.parse('provider-ingress'), label: 'A provider', org: '', owner: false }

/** `POST /api/ingress/{type}`: open to whoever can sign. While the vault is locked nothing is taken and nothing written. */
export function ingressRoutes(engine: Engine, options: { callbackOrigin: string | null; logger: Logger }): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.post('/api/ingress/:type', async (c) => {
    const type = CredentialTypeKey.safeParse(c.req.param('type')).data
    if (type === undefined) throw unknownRoute()
    if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
    const delivery = { type, headers: c.req.header(), body: Buffer.from(c.get('body')).toString('utf8') }
    const context = { actor, callbackOrigin: options.callbackOrigin }
    const { challenge } = await engine.useCases.ingress.receive(context, delivery).catch((error: unknown) => {
      throw namedFailure(error, options.logger)
    })
    return c.json(challenge === undefined ? { ok: true } : { challenge })
  })
  return routes
}
