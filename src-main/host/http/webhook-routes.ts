import { Hono } from 'hono'
import { Subject } from '../../../src-shared/domain/identifiers'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import type { Environment } from './environment'
import { namedFailure } from './named-failure'

/** A delivery is judged by its signature, so nobody is asking; what it starts acts as whoever deployed it. */
const actor = { subject: Subject.parse('webhook'), label: 'A webhook', org: '', owner: false }

/** `POST /api/webhooks/{hookId}`: open to whoever can sign. While the vault is locked nothing is taken and nothing written. */
export function webhookRoutes(engine: Engine, options: { callbackOrigin: string | null; logger: Logger }): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.post('/api/webhooks/:hookId', async (c) => {
    if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
    const delivery = {
      hookId: c.req.param('hookId'),
      headers: c.req.header(),
      body: Buffer.from(c.get('body')).toString('utf8'),
    }
    const context = { actor, callbackOrigin: options.callbackOrigin }
    const { runId } = await engine.useCases.hook.receive(context, delivery).catch((error: unknown) => {
      throw namedFailure(error, options.logger)
    })
    return c.json({ runId }, 202)
  })
  return routes
}
