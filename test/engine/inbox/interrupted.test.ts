import { describe, expect, test } from 'vitest'
import { bytesOf, patternContent, temporarySessionManager } from '../../demo/temporary-session-manager'
import type { FolderStep } from '../../fakes/folders'
import { ada, type Receiving, receivingSession, usualFolder } from './inbox-fixture'

const KIB = 1024
const file = { subject: 'ada', name: 'part.step', kind: 'step' }
const content = patternContent(192 * KIB)
const whole = await bytesOf(content)

/** The one file, whole, and nothing else. */
function expectRight({ folders }: Receiving, names: readonly string[] = ['part.step'], folder = usualFolder): void {
  const contents = folders.contents(folder)
  expect([...contents.keys()]).toEqual(names)
  for (const bytes of contents.values()) expect(whole.equals(bytes)).toBe(true)
}

test('cut at every 64 KiB, a file is resumed from where it was, and is right', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.cutEvery = 64 * KIB
  const large = patternContent(1024 * KIB)
  const { id } = await receiving.manager.deliver(file, large)
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect((await bytesOf(large)).equals(receiving.folders.contents(usualFolder).get('part.step') ?? Buffer.alloc(0))).toBe(true)
  const ranges = receiving.asked.flatMap(({ headers }) => headers.range ?? [])
  expect(ranges).toEqual(Array.from({ length: 15 }, (_, index) => `bytes=${(index + 1) * 64 * KIB}-`))
})

test('cut at odd places, by a server that always begins anew, it is right as well', async () => {
  const receiving = await receivingSession()
  Object.assign(receiving.manager.misbehave, { ignoreRange: true, cutAt: [20_000, 70_001, 190_000] })
  const { id } = await receiving.manager.deliver(file, content)
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expectRight(receiving)
})

test('without progress it waits, longer each time, and says so', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.cutAt = [1, 2, 3]
  await receiving.manager.deliver(file, content)
  expect(await receiving.delivery('waiting')).toMatchObject({ received: 1, reason: { code: 'INTERRUPTED' } })
  receiving.clock.advance(500)
  await receiving.until(async () => ((await receiving.list())[0]?.received === 2 ? true : undefined))
  await receiving.delivery('waiting')
  receiving.clock.advance(500)
  await receiving.until(async () => ((await receiving.list())[0]?.received === 3 ? true : undefined))
  await receiving.delivery('waiting')
  receiving.clock.advance(500)
  await receiving.delivery('received')
  expectRight(receiving)
})

test('a server that stops in the middle is left after half a minute, and asked again', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.stallAt = 64 * KIB
  await receiving.manager.deliver(file, content)
  await receiving.until(async () => (receiving.folders.used >= 64 * KIB ? true : undefined))
  receiving.manager.misbehave.stallAt = null
  receiving.clock.advance(30_000)
  await receiving.delivery('received')
  expectRight(receiving)
})

describe('announced twice, it arrives once', () => {
  test('at the same time, and after it has arrived', async () => {
    const receiving = await receivingSession()
    receiving.manager.misbehave.announceTwice = true
    const { id } = await receiving.manager.deliver(file, content)
    await receiving.manager.settled(id)
    await receiving.manager.announceAgain(id)
    await receiving.manager.deliver({ ...file, name: 'last' }, content)
    await receiving.delivery('received', 'last')
    expectRight(receiving, ['part.step', 'last'])
    expect(await receiving.list()).toHaveLength(2)
  })

  test('also over a restart, by a session manager that never learnt of it', async () => {
    const receiving = await receivingSession()
    const sent = await receiving.manager.deliver(file, content)
    await receiving.delivery('received')
    await receiving.reopen('killed')
    await receiving.becomes('receiving')
    receiving.manager.say('ada', JSON.stringify({ type: 'delivery', ...sent }))
    await receiving.manager.deliver({ ...file, name: 'last' }, content)
    await receiving.delivery('received', 'last')
    expectRight(receiving, ['part.step', 'last'])
    expect(await receiving.list()).toHaveLength(2)
  })

  test('and one that was deleted does not come back', async () => {
    const receiving = await receivingSession()
    const sent = await receiving.manager.deliver(file, content)
    const { id } = await receiving.delivery('received')
    await receiving.session.useCases.inbox.remove(ada, { id })
    receiving.manager.say('ada', JSON.stringify({ type: 'delivery', ...sent }))
    await receiving.manager.deliver({ ...file, name: 'last' }, content)
    await receiving.delivery('received', 'last')
    expectRight(receiving, ['last'])
  })
})

test('locked in the middle, it goes on from there at the next unlock', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.stallAt = 128 * KIB
  const { id } = await receiving.manager.deliver(file, content)
  await receiving.until(async () => (receiving.folders.used === 128 * KIB ? true : undefined))
  receiving.manager.misbehave.stallAt = null
  await receiving.reopen('locked')
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expectRight(receiving)
  expect(receiving.asked.flatMap(({ headers }) => headers.range ?? [])).toEqual([`bytes=${128 * KIB}-`])
})

test('killed at whichever step, it is there once and whole after the next start', async () => {
  const manager = await temporarySessionManager()
  for (let killAt = 1; ; killAt++) {
    const receiving = await receivingSession({ manager })
    let steps = 0
    let isKilled = false
    const count = (step: FolderStep | string) => {
      if (++steps === killAt) {
        isKilled = true
        killed(step)
      }
    }
    let killed: (step: string) => void = () => undefined
    const died = new Promise<string>((resolve) => {
      killed = resolve
    })
    receiving.folders.afterStep = count
    receiving.files.afterStep = () => count('journal')
    const { id } = await manager.deliver(file, content)
    const ended = await Promise.race([died, manager.settled(id)])
    if (!isKilled) break
    await receiving.reopen('killed')
    await manager.settled(id)
    await receiving.delivery('received')
    expectRight(receiving)
    expect(await receiving.list(), `killed after step ${killAt}: ${ended}`).toHaveLength(1)
    await receiving.session.close()
  }
})

test('what a power cut has left of a part is not blamed on the sender', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.stallAt = 128 * KIB
  const { id } = await receiving.manager.deliver(file, content)
  await receiving.until(async () => (receiving.folders.used === 128 * KIB ? true : undefined))
  receiving.manager.misbehave.stallAt = null
  await receiving.session.close()
  for (const bytes of receiving.folders.contents(usualFolder).values()) bytes.fill(0, 64 * KIB)
  await receiving.reopen()
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expectRight(receiving)
})

test('another folder is taken at once, also by what is under way, and the former one keeps nothing', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.stallAt = 64 * KIB
  await receiving.manager.deliver(file, content)
  await receiving.until(async () => (receiving.folders.used === 64 * KIB ? true : undefined))
  receiving.manager.misbehave.stallAt = null
  await receiving.session.useCases.settings.update(ada, { receiveFolder: '/home/ada/parts' })
  await receiving.delivery('received')
  expectRight(receiving, [])
  expectRight(receiving, ['part.step'], '/home/ada/parts')
})

test('a folder that cannot be used is waited for', async () => {
  const receiving = await receivingSession()
  receiving.folders.unusable.add(usualFolder)
  await receiving.manager.deliver(file, content)
  expect(await receiving.delivery('waiting')).toMatchObject({ reason: { code: 'FOLDER_NOT_USABLE' } })
  receiving.folders.unusable.clear()
  receiving.clock.advance(1000)
  await receiving.delivery('received')
  expectRight(receiving)
})
