import { describe, expect, test, vi } from 'vitest'
import { contentOf } from '../../../src-demo/session-manager/content'
import { temporarySessionManager, tokenOf } from '../../demo/temporary-session-manager'
import { ada, type Receiving, receivingSession } from './inbox-fixture'

const file = { subject: 'ada', name: 'part.step', kind: 'step' }
const some = contentOf(Buffer.from('some'))

const sessions = ({ asked }: Receiving) => asked.filter(({ url }) => url.startsWith('ws'))
const states = ({ changes }: Receiving) =>
  changes.flatMap(({ event }) => (event.kind === 'receiver' ? [event.receiver.state] : []))

test('with a Passport and a session manager it receives, and says as whom to its owner alone', async () => {
  const receiving = await receivingSession()
  expect(await receiving.becomes('receiving')).toEqual({
    ...{ state: 'receiving', connectionId: receiving.ids.passport, account: 'ada@example.com', retryAt: null, reason: null },
  })
  expect(sessions(receiving)).toEqual([
    { url: `${receiving.manager.url.replace(/^http/, 'ws')}session`, headers: { authorization: `Bearer ${tokenOf('ada')}` } },
  ])
  const told = receiving.changes.filter(({ event }) => event.kind === 'receiver')
  expect(told.every(({ audience }) => audience !== 'org' && audience.subject === 'ada')).toBe(true)
})

describe('it receives nothing', () => {
  test('without a Passport', async () => {
    const receiving = await receivingSession({ passport: null })
    expect(await receiving.receiver()).toMatchObject({ state: 'no_passport', connectionId: null })
    expect(sessions(receiving)).toEqual([])
  })

  test('with somebody else’s', async () => {
    const receiving = await receivingSession({ passport: { owner: { subject: 'grace', label: 'Grace' } } })
    expect(await receiving.receiver()).toMatchObject({ state: 'no_passport', connectionId: null, account: null })
  })

  test('without a session manager', async () => {
    const receiving = await receivingSession({ service: null })
    expect(await receiving.receiver()).toMatchObject({ state: 'no_service', account: 'ada@example.com' })
  })

  test('while it is switched off, from one moment to the next', async () => {
    const receiving = await receivingSession()
    await receiving.becomes('receiving')
    const { settings } = receiving.session.useCases
    await settings.update(ada, { receiving: false })
    await receiving.becomes('off')
    const { id } = await receiving.manager.deliver(file, some)
    await vi.waitFor(() => expect(receiving.manager.find(id)).toMatchObject({ state: 'waiting' }))
    await settings.update(ada, { receiving: true })
    expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  })

  test('with a Passport that was removed, or whose binding is gone', async () => {
    const receiving = await receivingSession()
    await receiving.becomes('receiving')
    await receiving.session.useCases.connection.remove(ada, { id: receiving.ids.passport as never })
    expect(await receiving.becomes('no_passport')).toMatchObject({ connectionId: null })
    const unbound = await receivingSession()
    await unbound.becomes('receiving')
    await unbound.session.useCases.staging.takeBinding(ada, { connectionId: unbound.ids.passport })
    expect(await unbound.becomes('no_passport')).toMatchObject({ connectionId: unbound.ids.passport, reason: expect.any(String) })
  })
})

test('a session manager that is away for a minute is found again, after waits that grow', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  receiving.manager.goAway()
  const waits: number[] = []
  for (let spent = 0; spent < 60_000; ) {
    const { retryAt } = await receiving.becomes('waiting')
    const wait = Date.parse(String(retryAt)) - receiving.clock.now()
    waits.push(wait)
    spent += wait
    if (spent >= 60_000) receiving.manager.comeBack()
    const connecting = receiving.becomes('connecting')
    receiving.clock.advance(wait)
    await connecting
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000])
  await receiving.becomes('receiving')
  const { id } = await receiving.manager.deliver(file, some)
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
})

test('what was sent while the vault was locked arrives when it is open again', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  await receiving.session.close()
  const { id } = await receiving.manager.deliver(file, some)
  await vi.waitFor(() => expect(receiving.manager.find(id)).toMatchObject({ state: 'waiting' }))
  await receiving.reopen()
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
})

test('a session that falls silent is ended after half a minute, and begun anew', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  receiving.manager.misbehave.neverSpeak = true
  receiving.clock.advance(30_000)
  expect(await receiving.becomes('waiting')).toMatchObject({ reason: expect.stringContaining('stopped answering') })
  receiving.manager.misbehave.neverSpeak = false
  receiving.clock.advance(1000)
  await receiving.becomes('receiving')
})

test('after a sleep it asks at once whether anybody is still there', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  receiving.manager.misbehave.neverSpeak = true
  receiving.clock.jump(3_600_000)
  receiving.clock.advance(15_000)
  await receiving.becomes('waiting')
})

test('a wait that a sleep has outlasted is over', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  receiving.manager.goAway()
  for (let attempt = 0; attempt < 6; attempt++) {
    const { retryAt } = await receiving.becomes('waiting')
    const connecting = receiving.becomes('connecting')
    receiving.clock.advance(Date.parse(String(retryAt)) - receiving.clock.now())
    await connecting
  }
  await receiving.becomes('waiting')
  receiving.manager.comeBack()
  receiving.clock.jump(3_600_000)
  receiving.clock.advance(5000)
  await receiving.becomes('receiving')
})

test('a session whose token has expired is followed by the next one without a wait', async () => {
  const manager = await temporarySessionManager({ tokenSeconds: 1 })
  const receiving = await receivingSession({ manager })
  await receiving.until(async () => (states(receiving).filter((state) => state === 'receiving').length === 2 ? true : undefined))
  expect(states(receiving).slice(0, 4)).toEqual(['connecting', 'receiving', 'connecting', 'receiving'])
})

test('a token that is not accepted is said so, and tried again later', async () => {
  const receiving = await receivingSession({ token: 'nobody’s'.replace('’', '') })
  expect(await receiving.becomes('waiting')).toMatchObject({
    reason: expect.stringContaining('did not accept'),
    retryAt: expect.any(String),
  })
})

test('nothing that a session manager says brings the receiver down', async () => {
  const receiving = await receivingSession()
  await receiving.becomes('receiving')
  const delivery = { type: 'delivery', id: 'x1', sender: { subject: 's', label: 'l' }, recipe: { id: 'r', name: 'n' } }
  const facts = { name: 'x', size: 1, sha256: 'a'.repeat(64), kind: 'step' }
  const odd: unknown[] = ['', 'no JSON', '[]', 'null', '"welcome"', '{"type":"later"}', '{"type":"welcome"}', delivery]
  for (const id of ['../x', 'a/b', '', 'x'.repeat(200), 7, null, '..']) odd.push({ ...delivery, ...facts, id })
  odd.push({ ...delivery, ...facts, size: -1 }, { ...delivery, ...facts, size: 1e300 }, { ...delivery, ...facts, sha256: 'x' })
  for (const frame of odd) receiving.manager.say('ada', typeof frame === 'string' ? frame : JSON.stringify(frame))
  const { id } = await receiving.manager.deliver(file, some)
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect(await receiving.list()).toHaveLength(1)
  expect(receiving.asked.filter(({ url }) => url.startsWith('http'))).toHaveLength(1)
  expect(receiving.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
})

test('labels that cannot be written down as they are do not keep a file from arriving', async () => {
  const receiving = await receivingSession()
  const sender = { subject: 'grace', label: `a\ud800\0${'b'.repeat(500)}` }
  const { id } = await receiving.manager.deliver({ ...file, sender }, some)
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect((await receiving.list())[0]?.sender.label).toBe(`a${'b'.repeat(197)}`)
})
