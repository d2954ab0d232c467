import { expect, onTestFinished, test } from 'vitest'
import { SessionThread } from '../../src-main/host/session-thread'
import { StandingThread } from '../../src-main/host/standing-thread'
import { FakeClock } from '../fakes/clock'
import { FakeLogger } from '../fakes/logger'

const script = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id }) => parentPort.postMessage({ kind: 'answer', id, changes: [] }))
`

function standingThread() {
  const made: SessionThread[] = []
  const clock = new FakeClock()
  const standing = new StandingThread(() => {
    const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`)
    const thread = new SessionThread(url, { folder: '/nowhere', demo: false }, { logger: new FakeLogger() })
    made.push(thread)
    return thread
  }, clock)
  onTestFinished(async () => {
    await Promise.all(made.map((thread) => thread.end()))
  })
  const prepare = () => {
    standing.prepare()
    clock.advance(100)
  }
  return { standing, made, prepare, clock }
}

test('the thread that stands by is the one that opens, and is made once however often it is asked for', () => {
  const { standing, made, prepare } = standingThread()
  prepare()
  prepare()
  expect(made).toHaveLength(1)
  expect(standing.take()).toBe(made[0])
  expect(standing.take()).not.toBe(made[0])
})

test('a thread that died while it stood by opens nothing: another takes its place', async () => {
  const { standing, made, prepare } = standingThread()
  prepare()
  await made[0]?.end()
  prepare()
  expect(made).toHaveLength(2)
  await made[1]?.end()
  const opened = standing.take()
  expect(opened).toBe(made[2])
  const session = await opened.open({ create: false, password: 'any' }, { endpoints: {}, firstApps: {} }, () => undefined)
  await session.close()
})

test('ending it leaves no thread', async () => {
  const { standing, made, prepare } = standingThread()
  prepare()
  await standing.end()
  expect(made.map(({ isAlive }) => isAlive)).toEqual([false])
  await standing.end()
})

test('one that was to be made soon is not made once it was ended, or another was taken', async () => {
  const { standing, made, clock } = standingThread()
  standing.prepare()
  expect(made).toHaveLength(0)
  await standing.end()
  clock.advance(1000)
  expect(made).toHaveLength(0)
  standing.prepare()
  standing.take()
  clock.advance(1000)
  expect(made).toHaveLength(1)
})
