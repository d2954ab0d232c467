import { Hono } from 'hono'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { type ErrorCode, errorTable } from '../../../src-shared/contract/error'
import type { Actor } from '../../../src-shared/domain/actor'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { Subject } from '../../../src-shared/domain/identifiers'
import { type ErrorBody, errorBody } from '../../engine/api/wire-error'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import { unknownRoute } from './base-app'
import { callbackPagePolicy, donePage } from './callback-page'
import { refuse } from './callback-refusal'
import type { Environment } from './environment'
import { namedFailure } from './named-failure'

/** Of every route that a provider sends a browser to. */
export interface CallbackOptions {
  callbackOrigin: string
  logger: Logger
  /** `redirect`: back to the page that this server also serves. `page`: a small page of its own. */
  onSuccess: 'redirect' | 'page'
}

/**
 * A redirect from a provider has no token, so nobody is asking: it finishes what an authorization started, and that knows by
 * whom. This actor owns nothing and is in no org, in case something is ever decided by it.
 */
const callbackActor: Actor = { subject: Subject.parse('provider-callback'), label: 'A provider', org: '', owner: false }

/** `GET /api/{type}/oauth/callback`, for `serve` and for the loopback server of the desktop application. */
export function callbackRoutes(engine: Engine, options: CallbackOptions): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.get('/api/:type/oauth/callback', async (c) => {
    try {
      const type = CredentialTypeKey.safeParse(c.req.param('type')).data
      if (type === undefined) throw unknownRoute()
      if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
      const query = new URL(c.req.url).search.slice(1)
      const context = { actor: callbackActor, callbackOrigin: options.callbackOrigin }
      const view = await engine.useCases.callback.complete(context, { type, query })
      const failed = failureOf(view)
      if (failed) return refuse(c, failed)
      if (options.onSuccess === 'redirect') return c.redirect(`/connect/provider/${type}`, 303)
      return c.html(donePage(view.status !== 'completed'), 200, { 'Content-Security-Policy': callbackPagePolicy() })
    } catch (error) {
      return refuse(c, errorBody(namedFailure(error, options.logger)))
    }
  })
  return routes
}

/** An authorization that ended in failure is told like a refused one. One that waits for a choice is not a failure. */
function failureOf({ status, error }: AuthorizationView): ErrorBody | undefined {
  if (status === 'expired') return errorBody(new EngineError('AUTHORIZATION_EXPIRED'))
  if (status !== 'failed') return undefined
  const code = isErrorCode(error?.code) ? error.code : 'PROVIDER_ERROR'
  return errorBody(new EngineError(code, error?.data, error?.message))
}

const isErrorCode = (code: string | undefined): code is ErrorCode => code !== undefined && code in errorTable
