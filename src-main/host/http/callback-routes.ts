import { Hono } from 'hono'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { type ErrorCode, errorTable } from '../../../src-shared/contract/error'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { type ErrorBody, errorBody } from '../../engine/api/wire-error'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import { providerActor } from '../callback/provider-actor'
import { unknownRoute } from './base-app'
import { callbackPagePolicy, donePage } from './callback-page'
import { refuse } from './callback-refusal'
import type { Environment } from './environment'
import { namedFailure } from './named-failure'

/** Of every route that a provider sends a browser to. */
export interface CallbackOptions {
  callbackOrigin: string | null
  logger: Logger
  /** `redirect`: back to the page that this server also serves. `page`: a small page of its own. */
  onSuccess: 'redirect' | 'page'
}

/** `GET /api/{type}/oauth/callback`, for `serve` and for the loopback server of the desktop application. */
export function callbackRoutes(engine: Engine, options: CallbackOptions): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.get('/api/:type/oauth/callback', async (c) => {
    try {
      const type = CredentialTypeKey.safeParse(c.req.param('type')).data
      if (type === undefined) throw unknownRoute()
      if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
      const query = new URL(c.req.url).search.slice(1)
      const context = { actor: providerActor, callbackOrigin: options.callbackOrigin }
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
