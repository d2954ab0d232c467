import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { SessionThread } from '../../../src-main/host/session-thread'
import { FakeLogger } from '../../fakes/logger'

const start = (script: string) =>
  new SessionThread(
    new URL(`data:text/javascript,${encodeURIComponent(script)}`),
    { folder: '/nowhere', demo: false },
    { logger: new FakeLogger() },
  ).open({ create: false, password: 'not used' }, { endpoints: {}, firstApps: {} }, () => undefined)

test('a session that ends while it opens is a failure, not a lock', async () => {
  const failure: unknown = await start('process.exit(3)').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(EngineError)
})

test('whoever waits for a session that ends, or asks it afterwards, is told that the vault is locked', async () => {
  const session = await start(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ kind, id }) => (kind === 'open' ? parentPort.postMessage({ kind: 'answer', id, changes: [] }) : process.exit(3)))
  `)
  const locked = { code: 'VAULT_LOCKED' }
  await expect(session.check({ password: 'first' })).rejects.toMatchObject(locked)
  await session.died
  await expect(session.check({ password: 'afterwards' })).rejects.toMatchObject(locked)
})
