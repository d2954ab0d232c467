import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { CallbackDiagnosis } from '../../../src-shared/contract/host'
import { hostWords } from '../../../src-shared/words/en/host'
import { unknownRoute } from '../http/base-app'
import type { Environment } from '../http/environment'

/** On this computer an answer takes milliseconds. */
const PATIENCE_MS = 3000

const path = '/api/callback-check'

/**
 * A request that the program sends to the address that providers redirect to. Its route answers to a nonce that nobody else knows,
 * and to each once; that it was answered here is known here, whatever the answer said.
 */
export class CallbackCheck {
  readonly #awaited = new Set<string>()

  /** `GET /api/callback-check`: to everyone else there is nothing at this address. */
  routes(): Hono<Environment> {
    return new Hono<Environment>().get(path, (c) => {
      if (!this.#awaited.delete(c.req.query('nonce') ?? '')) throw unknownRoute()
      return c.json({ ok: true })
    })
  }

  async try(origin: string): Promise<CallbackDiagnosis['loopback']> {
    const nonce = randomBytes(32).toString('base64url')
    this.#awaited.add(nonce)
    const address = `${origin}${path}`
    try {
      const { status, body } = await fetch(`${address}?nonce=${nonce}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      await body?.cancel()
      if (this.#awaited.has(nonce)) return { result: 'fails', detail: hostWords.loopbackElsewhere(origin, status) }
      return { result: 'works', detail: hostWords.loopbackWorks(origin) }
    } catch (error) {
      return { result: 'fails', detail: hostWords.loopbackRefused(origin, reasonOf(error)) }
    } finally {
      this.#awaited.delete(nonce)
    }
  }
}

/** The system's own name of what went wrong: `ECONNREFUSED`, `TimeoutError`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
