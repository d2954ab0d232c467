import { Hono } from 'hono'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { Subject } from '../../../src-shared/domain/identifiers'
import { errorBody } from '../../engine/api/wire-error'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import { unknownRoute } from './base-app'
import { callbackPagePolicy } from './callback-page'
import { refuse } from './callback-refusal'
import type { CallbackOptions } from './callback-routes'
import type { Environment, RequestContext } from './environment'
import { madePage, manifestPage } from './manifest-page'
import { namedFailure } from './named-failure'

/** Neither the form nor the answer comes with a token: their state knows who asked for them. */
const actor = { subject: Subject.parse('provider-manifest'), label: 'A provider', org: '', owner: false }

/**
 * `GET /api/{type}/manifest/{state}`, a page that hands the description of an app to its provider, and
 * `GET /api/{type}/manifest/callback`, where the provider's answer comes to.
 */
export function manifestRoutes(engine: Engine, options: CallbackOptions): Hono<Environment> {
  const routes = new Hono<Environment>()
  const context = { actor, callbackOrigin: options.callbackOrigin }
  const answer = async (c: RequestContext, run: (type: CredentialTypeKey) => Promise<Response>): Promise<Response> => {
    try {
      const type = CredentialTypeKey.safeParse(c.req.param('type')).data
      if (type === undefined) throw unknownRoute()
      if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
      return await run(type)
    } catch (error) {
      return refuse(c, errorBody(namedFailure(error, options.logger)))
    }
  }

  // Before the page: no state is called so.
  routes.get('/api/:type/manifest/callback', (c) =>
    answer(c, async (type) => {
      const query = new URL(c.req.url).search.slice(1)
      await engine.useCases.manifest.complete(context, { type, query })
      if (options.onSuccess === 'redirect') return c.redirect('/settings', 303)
      return c.html(madePage(), 200, { 'Content-Security-Policy': callbackPagePolicy() })
    }),
  )
  routes.get('/api/:type/manifest/:state', (c) =>
    answer(c, async (type) => {
      const form = await engine.useCases.manifest.form(context, { type, state: c.req.param('state') })
      const policy = callbackPagePolicy(new URL(form.action).origin)
      return c.html(manifestPage(form), 200, { 'Content-Security-Policy': policy })
    }),
  )
  return routes
}
