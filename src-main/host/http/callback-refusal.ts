import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorBody } from '../../engine/api/wire-error'
import { callbackPagePolicy, refusedPage } from './callback-page'
import type { Environment } from './environment'

/** A page for a person, or JSON for a script that prefers it. Neither is kept by the browser or told to the next page. */
export function refuse(c: Context<Environment>, body: ErrorBody): Response | Promise<Response> {
  const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
  const preferred = accepts(c, { header: 'Accept', supports: ['text/html', 'application/json'], default: 'text/html' })
  if (preferred === 'application/json') return Response.json(body, { status: body.status, headers })
  // Every status of the error table may carry a body, which is all that this type says.
  return c.html(refusedPage(body), body.status as ContentfulStatusCode, {
    ...headers,
    'Content-Security-Policy': callbackPagePolicy(),
  })
}
