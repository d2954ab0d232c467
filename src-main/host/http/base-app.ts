import { Hono } from 'hono'
import { requestWords } from '../../../src-shared/words/en/request'
import { internalError } from '../../engine/api/wire-error'
import { EngineError, invalidInput } from '../../engine/error'
import type { Logger } from '../../engine/port'
import type { Environment } from './environment'
import { errorResponse } from './error-response'
import { bodyLimit, readBody } from './request-body'
import { secure } from './security-headers'

/**
 * An app with what every request meets before any route of its own, in this order: Host and Origin, size of the body, unknown
 * route. There are no CORS headers anywhere, so that other origins can neither read answers nor send JSON.
 */
export function createBaseApp(logger: Logger): Hono<Environment> {
  const app = new Hono<Environment>()
  app.use('*', async (c, next) => {
    await next()
    secure(c.res)
  })
  app.use('*', async (c, next) => {
    const limit = c.env.foreign ? undefined : bodyLimit(c.req.method, c.req.path, c.req.header('Content-Type'))
    const body = c.env.body ?? (await readBody(c.env.incoming, limit).catch((error: unknown) => refusal(error)))
    if (c.env.foreign) throw new EngineError('FORBIDDEN')
    if (body instanceof EngineError) throw body
    c.set('body', body)
    // Hono answers HEAD by running GET, which for the callback would redeem a code and for events would never end.
    if (c.req.method === 'HEAD' && c.req.path.startsWith('/api/')) return c.notFound()
    return next()
  })
  app.notFound(() => errorResponse(unknownRoute()))
  app.onError((error) => errorResponse(error instanceof EngineError ? error : internalError(error, logger)))
  return app
}

export const unknownRoute = (): EngineError => new EngineError('NOT_FOUND', {}, requestWords.nothingHere)

function refusal(error: unknown): EngineError {
  if (error instanceof EngineError) return error
  // Nobody is left to read this answer, and a client that goes away is no failure of ours to log.
  if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return invalidInput('', requestWords.cutOff)
  throw error
}
