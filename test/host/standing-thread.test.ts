import { expect, onTestFinished, test } from 'vitest'
import { SessionThread } from '../../src-main/host/session-thread'
import { StandingThread } from '../../src-main/host/standing-thread'
import { FakeLogger } from '../fakes/logger'

const script = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id }) => parentPort.postMessage({ kind: 'answer', id }))
`

function standingThread() {
  const made: SessionThread[] = []
  const standing = new StandingThread(() => {
    const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`)
    const thread = new SessionThread(url, { folder: '/nowhere', demo: false }, { logger: new FakeLogger() })
    made.push(thread)
    return thread
  })
  onTestFinished(async () => {
    await Promise.all(made.map((thread) => thread.end()))
  })
  return { standing, made }
}

test('the thread that stands by is the one that opens, and is made once however often it is asked for', () => {
  const { standing, made } = standingThread()
  standing.prepare()
  standing.prepare()
  expect(made).toHaveLength(1)
  expect(standing.take()).toBe(made[0])
  expect(standing.take()).not.toBe(made[0])
})

test('a thread that died while it stood by opens nothing: another takes its place', async () => {
  const { standing, made } = standingThread()
  standing.prepare()
  await made[0]?.end()
  standing.prepare()
  expect(made).toHaveLength(2)
  await made[1]?.end()
  const opened = standing.take()
  expect(opened).toBe(made[2])
  const session = await opened.open({ create: false, password: 'any' }, { endpoints: {}, firstApps: {} }, () => undefined)
  await session.close()
})

test('ending it leaves no thread', async () => {
  const { standing, made } = standingThread()
  standing.prepare()
  await standing.end()
  expect(made.map(({ isAlive }) => isAlive)).toEqual([false])
  await standing.end()
})
