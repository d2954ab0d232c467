import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentOf } from '../../../src-demo/session-manager/content'
import { bytesOf, patternContent } from '../../demo/temporary-session-manager'
import { ada, receivingSession, usualFolder } from './inbox-fixture'

const KIB = 1024
const text = (words: string) => contentOf(Buffer.from(words))
const file = { subject: 'ada', name: 'part.step', kind: 'step' }

test('what is sent arrives in the folder, is acknowledged, and stands in the inbox', async () => {
  const receiving = await receivingSession()
  const sender = { subject: 'grace', label: 'Grace' }
  const { id, sha256 } = await receiving.manager.deliver(
    { ...file, sender, recipe: { id: 'recipe_1', name: 'Send a part' } },
    text('ISO-10303-21;'),
  )
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect(receiving.folders.contents(usualFolder)).toEqual(new Map([['part.step', new Uint8Array(Buffer.from('ISO-10303-21;'))]]))
  expect(await receiving.list()).toEqual([
    expect.objectContaining({
      ...{ name: 'part.step', sender, recipeName: 'Send a part', kind: 'step', size: 13, received: 13, sha256 },
      ...{ state: 'received', reason: null, path: `${usualFolder}/part.step` },
    }),
  ])
})

test('an empty file arrives, and so does one of many pieces', async () => {
  const receiving = await receivingSession()
  const large = patternContent(1024 * KIB + 7)
  const sent = [
    await receiving.manager.deliver(file, text('')),
    await receiving.manager.deliver({ ...file, name: 'large' }, large),
  ]
  for (const { id } of sent) expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  const contents = receiving.folders.contents(usualFolder)
  expect(contents.get('part.step')).toHaveLength(0)
  expect(Buffer.from(contents.get('large') ?? []).equals(await bytesOf(large))).toBe(true)
  expect(contents.size).toBe(2)
})

test('a taken name gets a number, and what has it stays as it is', async () => {
  const receiving = await receivingSession()
  const folder = await receiving.folders.make(usualFolder)
  folder.contents.set('part.step', Buffer.from('mine'))
  for (const words of ['one', 'two']) {
    const { id } = await receiving.manager.deliver(file, text(words))
    await receiving.manager.settled(id)
  }
  expect([...folder.contents].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['part.step', 'mine'],
    ['part (2).step', 'one'],
    ['part (3).step', 'two'],
  ])
  expect((await receiving.list()).map(({ name }) => name)).toEqual(['part (3).step', 'part (2).step'])
})

describe('nothing is left behind of a file with', () => {
  test.each([
    ['another hash', 'HASH_MISMATCH', { sha256: createHash('sha256').update('x').digest('hex') }],
    ['less than was announced', 'LENGTH_MISMATCH', { size: 14 }],
    ['more than was announced', 'LENGTH_MISMATCH', { size: 12 }],
    ['more than the limit', 'TOO_LARGE', { size: 256 * KIB * KIB + 1 }],
  ])('%s: it is refused as %s, for good', async (_, code, announced) => {
    const receiving = await receivingSession()
    const { id } = await receiving.manager.deliver({ ...file, ...announced }, text('ISO-10303-21;'))
    expect(await receiving.manager.settled(id)).toMatchObject({ state: 'refused', reason: { code } })
    expect(await receiving.list()).toEqual([
      expect.objectContaining({ state: 'refused', reason: expect.objectContaining({ code }), path: null }),
    ])
    expect(receiving.folders.used).toBe(0)
    await receiving.reopen()
    await receiving.becomes('receiving')
    await receiving.manager.announceAgain(id)
    expect(await receiving.list()).toMatchObject([{ state: 'refused', reason: { code } }])
    expect([...receiving.folders.contents(usualFolder)]).toEqual([])
  })

  test('no room on the disk, whether that is seen before or in the middle', async () => {
    for (const [capacity, roomSaid] of [
      [100 * KIB, undefined],
      [100 * KIB, Number.POSITIVE_INFINITY],
    ] as const) {
      const receiving = await receivingSession()
      receiving.folders.capacity = capacity
      const folder = await receiving.folders.make(usualFolder)
      if (roomSaid !== undefined) folder.room = async () => roomSaid
      const { id } = await receiving.manager.deliver(file, patternContent(256 * KIB))
      expect(await receiving.manager.settled(id)).toMatchObject({ state: 'refused', reason: { code: 'DISK_FULL' } })
      expect([...folder.contents]).toEqual([])
    }
  })

  test('no content any more', async () => {
    const receiving = await receivingSession()
    const { id } = await receiving.manager.deliver({ ...file, size: 5, sha256: 'a'.repeat(64) })
    expect(await receiving.manager.settled(id)).toMatchObject({ state: 'refused', reason: { code: 'GONE' } })
  })
})

test('the limit is the owner’s to raise', async () => {
  const receiving = await receivingSession()
  await receiving.session.useCases.settings.update(ada, { receiveLimitMiB: 1 })
  const small = await receiving.manager.deliver(file, patternContent(1024 * KIB))
  const large = await receiving.manager.deliver(file, patternContent(1024 * KIB + 1))
  expect(await receiving.manager.settled(small.id)).toMatchObject({ state: 'acknowledged' })
  expect(await receiving.manager.settled(large.id)).toMatchObject({ state: 'refused', reason: { code: 'TOO_LARGE' } })
  await receiving.session.useCases.settings.update(ada, { receiveLimitMiB: 2 })
  const again = await receiving.manager.deliver(file, patternContent(1024 * KIB + 1))
  expect(await receiving.manager.settled(again.id)).toMatchObject({ state: 'acknowledged' })
})

test('what a file is called elsewhere does not decide where it is put', async () => {
  const receiving = await receivingSession()
  const names = [
    '../../etc/passwd',
    '/etc/shadow',
    'C:\\x\\NUL.txt',
    'a\0b.txt',
    '.bashrc',
    `${'x'.repeat(300)}.step`,
    '\u202Ecod.exe',
    '..',
    '',
  ]
  for (const name of names) {
    const { id } = await receiving.manager.deliver({ ...file, name }, text(name))
    expect(await receiving.manager.settled(id), name).toMatchObject({ state: 'acknowledged' })
  }
  expect([...receiving.folders.byPath.keys()]).toEqual([usualFolder])
  expect([...receiving.folders.contents(usualFolder).keys()]).toEqual([
    ...['passwd', 'shadow', '_NUL.txt', 'ab.txt', 'bashrc', `${'x'.repeat(250)}.step`, 'cod.exe'],
    ...['received file', 'received file (2)'],
  ])
})

test('the token is sent to the session manager alone, and to no address that anybody else names', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.redirectContentTo = `${receiving.manager.url.replace('127.0.0.1', 'localhost')}elsewhere`
  await receiving.manager.deliver(file, text('x'))
  expect(await receiving.delivery('waiting')).toMatchObject({ reason: { code: 'INTERRUPTED' } })
  receiving.manager.misbehave.redirectContentTo = null
  receiving.clock.advance(1000)
  await receiving.delivery('received')
  const origins = receiving.asked.map(({ url }) => new URL(url.replace(/^ws/, 'http')).origin)
  expect(new Set(origins)).toEqual(new Set([new URL(receiving.manager.url).origin]))
})

test('how far a file is, is told at most four times a second', async () => {
  const receiving = await receivingSession()
  receiving.folders.afterStep = (step) => step === 'write' && receiving.clock.advance(50)
  await receiving.manager.deliver(file, patternContent(64 * 64 * KIB))
  await receiving.delivery('received')
  const told = receiving.changes.flatMap(({ event, audience }) =>
    event.kind === 'delivery' && event.delivery.state === 'receiving' ? [{ received: event.delivery.received, audience }] : [],
  )
  expect(told.length).toBeGreaterThan(5)
  const passed = receiving.clock.monotonic() - 1000
  expect(told.length).toBeLessThanOrEqual(2 + passed / 250)
  expect(told.every(({ audience }) => audience !== 'org' && audience.subject === 'ada')).toBe(true)
})
