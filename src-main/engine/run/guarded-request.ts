import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import { EngineError } from '../error'
import { isLoopback } from '../oauth/loopback'
import type { Fetch } from '../port'
import type { Injection } from '../provider/injection'
import { hostNotAllowed, RunFailure } from './run-failure'

export interface NodeRequest {
  method: string
  url: string
  /** Of the node: never anything secret. Lower-case names. */
  headers?: Readonly<Record<string, string>>
  body?: string | undefined
}

export interface NodeAnswer {
  status: number
  headers: Headers
  bytes: Buffer
}

interface Limits {
  timeoutMs: number
  maxBytes: number
}

const MOST_REDIRECTS = 5
const usual: Limits = { timeoutMs: 30_000, maxBytes: 10 * 1024 * 1024 }

/**
 * The one way in which a node's request leaves. What it carries goes to origins that every injection of it declares, and nowhere
 * else: not to another port, not unencrypted where the declaration is encrypted, not behind a redirect. Without anything to
 * carry, a redirect may lead elsewhere; from outside this computer it may not lead into it.
 *
 * Rejects with `HOST_NOT_ALLOWED`, `PROVIDER_TIMEOUT`, or `PROVIDER_ERROR` (`unreachable`, `answer_too_large`,
 * `too_many_redirects`). Any status that an answer has is an answer. No rejection quotes the request.
 */
export async function guardedRequest(
  fetch: Fetch,
  request: NodeRequest,
  carried: readonly Injection[],
  signal: AbortSignal,
  limits: Partial<Limits> = {},
): Promise<NodeAnswer> {
  const { timeoutMs, maxBytes } = { ...usual, ...limits }
  const timeout = AbortSignal.timeout(timeoutMs)
  const init = { signal: AbortSignal.any([signal, timeout]), redirect: 'manual' as const }
  try {
    let hop: NodeRequest = request
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const url = allowed(hop.url, carried)
      const answer = await fetch(withQuery(url, carried), { ...init, ...partsOf(hop, carried) })
      const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
      if (location === null) return { status: answer.status, headers: answer.headers, bytes: await readWhole(answer, maxBytes) }
      await answer.body?.cancel()
      hop = following(hop, url, location, answer.status, carried.length > 0)
    }
    throw failed('too_many_redirects', words.tooManyRedirects)
  } catch (error) {
    if (error instanceof EngineError || error instanceof RunFailure) throw error
    if (signal.aborted) throw new RunFailure({ code: 'VAULT_LOCKED', message: words.lockedMeanwhile, recovery: 'unlock' })
    if (timeout.aborted) throw new EngineError('PROVIDER_TIMEOUT', { recovery: 'retry' })
    // What the network layer says names addresses and headers; none of it is passed on.
    throw failed('unreachable', words.unreachable)
  }
}

/** The address, if what is carried may go there. Throws `HOST_NOT_ALLOWED`. */
function allowed(address: string, carried: readonly Injection[]): URL {
  // A URL parser drops tabs and takes a backslash for a slash: what is read by eye and what is asked must be the same host.
  if (/[\s\p{Cc}\\]/u.test(address) || !/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address))
    throw hostNotAllowed(words.schemeRefused)
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(address)) throw hostNotAllowed(words.schemeRefused)
  if (url.protocol === 'http:' && !isLoopback(url.href)) throw hostNotAllowed(words.schemeRefused)
  const isDeclared = carried.every(({ origins }) => origins.includes(url.origin))
  if (!isDeclared) throw hostNotAllowed(words.originRefused(url.origin))
  return url
}

function following(hop: NodeRequest, from: URL, location: string, status: number, carries: boolean): NodeRequest {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined
  if (to === undefined) throw failed('malformed_answer', words.unreachable)
  const isElsewhere = to.origin !== from.origin
  const leadsInside = isLoopback(to.href) && !isLoopback(from.href)
  if (isElsewhere && (carries || leadsInside)) throw hostNotAllowed(words.redirectRefused(to.origin))
  // RFC 9110, section 15.4: these two are followed by asking, whatever was sent before.
  const asks = status === 303 || ((status === 301 || status === 302) && hop.method === 'POST')
  const { method, headers = {}, body } = hop
  const kept = Object.entries(headers).filter(
    ([name]) => !(asks && name.startsWith('content-')) && !(isElsewhere && isPersonal(name)),
  )
  return {
    url: to.href,
    headers: Object.fromEntries(kept),
    method: asks && method !== 'HEAD' ? 'GET' : method,
    body: asks ? undefined : body,
  }
}

/** Written into a recipe by hand, and meant for the host that stands beside it. */
const isPersonal = (name: string): boolean => /^(authorization|cookie|proxy-)|(key|token|secret)/.test(name)

function withQuery(url: URL, carried: readonly Injection[]): string {
  const asked = new URL(url)
  for (const { query } of carried) for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value)
  return asked.href
}

function partsOf({ method, headers, body }: NodeRequest, carried: readonly Injection[]): RequestInit {
  // What is carried comes last: no header of a node stands in its place.
  const all = Object.assign({ 'user-agent': 'Neurocad-Connect' }, headers, ...carried.map((injection) => injection.headers))
  return { method, headers: all as Record<string, string>, ...(body === undefined ? {} : { body }) }
}

async function readWhole(answer: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop early cancels the body, and with it the connection.
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw failed('answer_too_large', words.answerTooLarge)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const failed = (providerError: string, message: string): RunFailure =>
  new RunFailure({ code: 'PROVIDER_ERROR', message, providerError, recovery: 'retry' })
