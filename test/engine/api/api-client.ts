import { createRouterClient } from '@orpc/server'
import type { ApiContext } from '../../../src-main/engine/api/context'
import { createRouter } from '../../../src-main/engine/api/router'
import { FakeEngine, owner } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

/** A client straight into the router, without a transport, and what stands behind it. */
export function apiClient(change: Partial<Omit<ApiContext, 'engine'>> & { engine?: FakeEngine } = {}) {
  const engine = change.engine ?? new FakeEngine()
  const logger = new FakeLogger()
  const time = { now: 0 }
  const context: ApiContext = {
    actor: owner,
    callbackOrigin: 'http://127.0.0.1:1',
    clock: { monotonic: () => time.now },
    logger,
    ...change,
    engine,
  }
  return { engine, logger, time, client: createRouterClient(createRouter(), { context }) }
}

/** How a call failed, as the caller sees it. */
export const failure = async (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error) => ({ code: error.code, status: error.status, message: error.message, data: error.data }),
  )
