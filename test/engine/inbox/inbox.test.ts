import { expect, test } from 'vitest'
import { contentOf } from '../../../src-demo/session-manager/content'
import { patternContent } from '../../demo/temporary-session-manager'
import { ada, type Receiving, receivingSession, usualFolder } from './inbox-fixture'

const KIB = 1024
const text = (words: string) => contentOf(Buffer.from(words))

async function send({ manager }: Receiving, name: string, sender = 'Ada', recipe = 'Recipe'): Promise<void> {
  const from = { subject: sender.toLowerCase(), label: sender }
  const { id } = await manager.deliver(
    { subject: 'ada', name, kind: 'step', sender: from, recipe: { id: 'r', name: recipe } },
    text(name),
  )
  await manager.settled(id)
}

const names = ({ folders }: Receiving) => [...folders.contents(usualFolder).keys()]

test('the inbox is listed newest first, page by page', async () => {
  const receiving = await receivingSession()
  for (const name of ['a', 'b', 'c', 'd', 'e']) await send(receiving, name)
  const { list } = receiving.session.useCases.inbox
  const pages: string[][] = []
  for (let cursor: string | undefined; ; ) {
    const page = await list(ada, { limit: 2, cursor })
    expect(page.total).toBe(5)
    pages.push(page.items.map(({ name }) => name))
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  for (const cursor of ['x', 'W10', Buffer.from('["1"]').toString('base64url')])
    await expect(list(ada, { cursor })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('it is searched by name, sender and recipe, whatever the case, and by all words together', async () => {
  const receiving = await receivingSession()
  await send(receiving, 'Résistor.step', 'Grace', 'Parts for the board')
  await send(receiving, 'resistor.kicad_sym', 'Ada', 'Parts for the board')
  await send(receiving, 'capacitor_1%.step', 'Grace', 'Other')
  const found = async (query: string) => (await receiving.list(query)).map(({ name }) => name)
  expect(await found('résistor')).toEqual(['Résistor.step'])
  expect(await found('RESISTOR')).toEqual(['resistor.kicad_sym'])
  expect(await found('grace')).toEqual(['capacitor_1%.step', 'Résistor.step'])
  expect(await found('parts grace')).toEqual(['Résistor.step'])
  expect(await found('1%')).toEqual(['capacitor_1%.step'])
  expect(await found('%')).toEqual(['capacitor_1%.step'])
  expect(await found('nothing')).toEqual([])
  expect(await found('  ')).toHaveLength(3)
})

test('a delivery is deleted with its file, or without', async () => {
  const receiving = await receivingSession()
  await send(receiving, 'a')
  await send(receiving, 'b')
  const [b, a] = await receiving.list()
  if (!a || !b) throw new Error('not there')
  const { remove } = receiving.session.useCases.inbox
  expect(await remove(ada, { id: a.id })).toMatchObject({ name: 'a', path: null })
  expect(await remove(ada, { id: b.id, keepFile: true })).toMatchObject({ name: 'b', path: `${usualFolder}/b` })
  expect(names(receiving)).toEqual(['b'])
  expect(await receiving.list()).toEqual([])
  await expect(remove(ada, { id: a.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(receiving.changes.filter(({ event }) => event.kind === 'delivery_removed')).toHaveLength(2)
})

test('a file that is not what was placed stays, whoever changed it', async () => {
  const receiving = await receivingSession()
  await send(receiving, 'part')
  receiving.folders.contents(usualFolder).set('part', Buffer.from('work'))
  const [delivery] = await receiving.list()
  if (!delivery) throw new Error('not there')
  expect(await receiving.session.useCases.inbox.remove(ada, { id: delivery.id })).toMatchObject({ path: `${usualFolder}/part` })
  expect(names(receiving)).toEqual(['part'])
})

test('one that is deleted while it arrives leaves nothing, and is refused', async () => {
  const receiving = await receivingSession()
  receiving.manager.misbehave.stallAt = 64 * KIB
  const content = patternContent(128 * KIB)
  const sent = await receiving.manager.deliver({ subject: 'ada', name: 'part', kind: 'step' }, content)
  await receiving.until(async () => (receiving.folders.used === 64 * KIB ? true : undefined))
  const delivery = await receiving.delivery('receiving')
  await receiving.session.useCases.inbox.remove(ada, { id: delivery.id })
  expect(names(receiving)).toEqual([])
  receiving.manager.misbehave.stallAt = null
  await receiving.manager.announceAgain(sent.id)
  expect(await receiving.manager.settled(sent.id)).toMatchObject({ state: 'refused', reason: { code: 'REMOVED' } })
  expect(names(receiving)).toEqual([])
})

test('what has arrived can be read one by one, and what is not there cannot', async () => {
  const receiving = await receivingSession()
  await send(receiving, 'part')
  const [delivery] = await receiving.list()
  if (!delivery) throw new Error('not there')
  const { get, remove } = receiving.session.useCases.inbox
  expect(await get(ada, { id: delivery.id })).toEqual(delivery)
  await remove(ada, { id: delivery.id })
  await expect(get(ada, { id: delivery.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
