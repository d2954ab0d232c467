import { EngineError } from '../error'
import type { Fetch } from '../port'
import { isLoopback } from './loopback'
import { providerFailure } from './provider-failure'
import { retryAfter } from './retry-after'

export interface Bounds {
  /** From the first byte sent to the last one read. */
  timeoutMs?: number
  /** Of the answer's body, after decompression. */
  maxBytes?: number
}

/**
 * The network as providers may use it: encrypted except on this machine, no redirect followed (it could carry a token to
 * another origin), answers read whole within a size and a time. A status that says "not now" (429, 5xx) is a failure here.
 *
 * Rejects with `PROVIDER_TIMEOUT`, or `PROVIDER_ERROR` with `insecure_address`, `unreachable`, `redirect_refused`,
 * `answer_too_large`, `http_429` (with `retryAfterSeconds` where given) or another `http_5xx`. No rejection quotes the request.
 */
export function boundedFetch(fetch: Fetch, { timeoutMs = 15_000, maxBytes = 1024 * 1024 }: Bounds = {}): Fetch {
  return async (url, init) => {
    const { protocol } = new URL(url)
    if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(url))) throw providerFailure('insecure_address')
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await fetch(url, { ...init, redirect: 'manual', signal })
      refuseStatus(answer)
      return await readWhole(answer, maxBytes)
    } catch (error) {
      if (error instanceof EngineError) throw error
      // What the network layer says names addresses and headers; none of it is passed on.
      throw signal.aborted ? new EngineError('PROVIDER_TIMEOUT', { recovery: 'retry' }) : providerFailure('unreachable')
    }
  }
}

function refuseStatus(answer: Response): void {
  const { status, type, headers } = answer
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) throw providerFailure('redirect_refused')
  if (status === 429 || status >= 500) throw providerFailure(`http_${status}`, [], retryAfter(headers))
}

async function readWhole(answer: Response, maxBytes: number): Promise<Response> {
  const { status, headers } = answer
  if (answer.body === null) return new Response(null, { status, headers })
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop early cancels the body, and with it the connection.
  for await (const chunk of answer.body) {
    size += chunk.byteLength
    if (size > maxBytes) throw providerFailure('answer_too_large')
    chunks.push(chunk)
  }
  return new Response(Buffer.concat(chunks), { status, headers })
}
