import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentOf } from '../../src-demo/session-manager/content'
import { type DeliveryStep, stateAfter } from '../../src-demo/session-manager/delivery'
import { openSession } from './desktop-client'
import { bytesOf, patternContent, temporarySessionManager, tokenOf } from './temporary-session-manager'

const file = { subject: 'ada', name: 'LM358DR.kicad_sym', kind: 'kicad_symbol' }
const hello = contentOf(Buffer.from('hello'))
const authorization = `Bearer ${tokenOf('ada')}`

const content = (url: string, id: string, headers: Record<string, string> = {}) =>
  fetch(`${url}deliveries/${id}/content`, { headers: { authorization, ...headers }, redirect: 'manual' })

/** As much of a body as came before it broke off. */
async function received(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of answer.body ?? []) parts.push(part)
  } catch {
    // What is here is what came.
  }
  return Buffer.concat(parts)
}

test('what the desktop has said of a delivery stays; until then it is announced or waits', () => {
  const steps: DeliveryStep[] = ['announce', 'session_ended', 'acknowledge', 'refuse']
  const after = ['announced', 'waiting', 'acknowledged', 'refused']
  for (const state of ['waiting', 'announced'] as const) expect(steps.map((step) => stateAfter(state, step))).toEqual(after)
  for (const state of ['acknowledged', 'refused'] as const)
    expect(new Set(steps.map((step) => stateAfter(state, step)))).toEqual(new Set([state]))
})

test('a delivery waits for a session, is announced in it, and is acknowledged once', async () => {
  const manager = await temporarySessionManager()
  const { id } = await manager.deliver(file, hello)
  expect(manager.find(id)?.state).toBe('waiting')
  const session = await openSession(manager.url, tokenOf('ada'))
  expect(await session.next()).toMatchObject({ type: 'welcome' })
  const sha256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'
  const expected = { type: 'delivery', id, name: file.name, kind: file.kind, size: 5, sha256, sender: { subject: 'ada' } }
  expect(await session.next()).toMatchObject(expected)
  expect(manager.find(id)?.state).toBe('announced')
  expect(await (await content(manager.url, id)).text()).toBe('hello')
  session.say({ type: 'acknowledge', id })
  session.say({ type: 'refuse', id, code: 'too_late', message: 'It was acknowledged.' })
  expect(await manager.settled(id)).toMatchObject({ state: 'acknowledged', reason: null })
  const next = await manager.deliver(file, hello)
  expect(await session.next()).toMatchObject({ id: next.id })
  session.say({ type: 'refuse', id: next.id, code: 'too_large', message: 'Too large.' })
  expect(await manager.settled(next.id)).toMatchObject({ state: 'refused', reason: { code: 'too_large' } })
  const asked = await fetch(`${manager.url}deliveries/${next.id}`, { headers: { authorization } })
  expect(await asked.json()).toEqual({ id: next.id, state: 'refused', reason: { code: 'too_large', message: 'Too large.' } })
})

test('what a session leaves open waits again, and is announced in the next; nobody else learns of it', async () => {
  const manager = await temporarySessionManager()
  const first = await openSession(manager.url, tokenOf('ada'))
  await first.next()
  const { id } = await manager.deliver(file, hello)
  await first.next()
  first.close()
  await first.ended
  const noor = await openSession(manager.url, tokenOf('noor'))
  await noor.next()
  const second = await openSession(manager.url, tokenOf('ada'))
  expect([(await second.next()).type, (await second.next()).id]).toEqual(['welcome', id])
  noor.say({ type: 'acknowledge', id })
  noor.say({ type: 'ping' })
  expect(await noor.next()).toEqual({ type: 'pong' })
  expect(manager.find(id)?.state).toBe('announced')
  const foreign = { headers: { authorization: `Bearer ${tokenOf('noor')}` } }
  for (const path of [`deliveries/${id}`, `deliveries/${id}/content`]) {
    const answer = await fetch(`${manager.url}${path}`, foreign)
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: 'delivery_not_found' }])
  }
})

test('a session needs a token that is good, and ends with 4401 when it is not any more', async () => {
  const manager = await temporarySessionManager({ tokenSeconds: 0.05 })
  await expect(openSession(manager.url, undefined)).rejects.toThrow('401 identity_token_invalid')
  await expect(openSession(manager.url, 'somebody')).rejects.toThrow('401 identity_token_invalid')
  const session = await openSession(manager.url, tokenOf('ada'))
  expect(await session.ended).toBe(4401)
})

test('what is not a frame of the protocol ends the session', async () => {
  const manager = await temporarySessionManager()
  for (const said of ['{', '{"type":"surprise"}', '[]']) {
    const session = await openSession(manager.url, tokenOf('ada'))
    session.say(said)
    expect(await session.ended).toBe(4400)
  }
})

test('a range is answered with that part of the file, and one past its end is refused', async () => {
  const manager = await temporarySessionManager()
  const { id } = await manager.deliver(file, hello)
  const cases = [
    ['bytes=0-', 206, 'bytes 0-4/5', 'hello'],
    ['bytes=2-', 206, 'bytes 2-4/5', 'llo'],
    ['bytes=1-2', 206, 'bytes 1-2/5', 'el'],
    ['bytes=-2', 206, 'bytes 3-4/5', 'lo'],
    ['bytes=5-', 416, 'bytes */5', ''],
    ['lines=1-', 200, null, 'hello'],
  ] as const
  for (const [range, status, contentRange, text] of cases) {
    const answer = await content(manager.url, id, { range })
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([status, contentRange, text])
  }
  manager.misbehave.ignoreRange = true
  expect(await (await content(manager.url, id, { range: 'bytes=2-' })).text()).toBe('hello')
})

test('an answer that is to break off does so at that byte, and the rest is had from there', async () => {
  const manager = await temporarySessionManager()
  const large = patternContent(200_000)
  const whole = await bytesOf(large)
  const { id } = await manager.deliver(file, large)
  manager.misbehave.cutEvery = 65_536
  let got = Buffer.alloc(0)
  const sizes: number[] = []
  while (got.length < whole.length) {
    got = Buffer.concat([got, await received(await content(manager.url, id, { range: `bytes=${got.length}-` }))])
    sizes.push(got.length)
  }
  expect(sizes).toEqual([65_536, 131_072, 196_608, 200_000])
  expect(got.equals(whole)).toBe(true)
  manager.misbehave.cutEvery = null
  manager.misbehave.cutAt = [100, 70_001]
  expect(await received(await content(manager.url, id))).toHaveLength(100)
  expect(await received(await content(manager.url, id))).toHaveLength(70_001)
  expect(await received(await content(manager.url, id))).toHaveLength(200_000)
})

test('one that has gone away answers nobody until it comes back', async () => {
  const manager = await temporarySessionManager()
  const { id } = await manager.deliver(file, hello)
  const session = await openSession(manager.url, tokenOf('ada'))
  manager.goAway()
  expect(await session.ended).toBe(1006)
  await expect(openSession(manager.url, tokenOf('ada'))).rejects.toThrow()
  await expect(content(manager.url, id)).rejects.toThrow()
  manager.comeBack()
  const again = await openSession(manager.url, tokenOf('ada'))
  expect([(await again.next()).type, (await again.next()).id]).toEqual(['welcome', id])
})

test('it can announce what is not so, twice, or answer nothing at all', async () => {
  const manager = await temporarySessionManager()
  manager.misbehave.announceTwice = true
  const session = await openSession(manager.url, tokenOf('ada'))
  await session.next()
  const lie = { ...file, name: '../../etc/passwd', sha256: 'f'.repeat(64), size: 99 }
  const { id } = await manager.deliver(lie, hello)
  for (const _ of [1, 2]) expect(await session.next()).toMatchObject({ id, name: lie.name, sha256: lie.sha256, size: 99 })
  manager.misbehave.redirectContentTo = 'http://127.0.0.1:1/elsewhere'
  expect((await content(manager.url, id)).headers.get('location')).toBe('http://127.0.0.1:1/elsewhere')
  manager.misbehave.neverAnswer = true
  const given = new AbortController()
  const asked = fetch(`${manager.url}deliveries/${id}/content`, { headers: { authorization }, signal: given.signal })
  // Whatever is asked after it is answered, and it is not.
  await fetch(`${manager.url}deliveries/${id}`, { headers: { authorization } })
  given.abort()
  await expect(asked).rejects.toThrow('abort')
})

test('deliveries outlive a restart, and what was announced waits again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-deliveries-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'deliveries.json')
  const before = await temporarySessionManager({ path })
  const session = await openSession(before.url, tokenOf('ada'))
  await session.next()
  const [open, done] = [await before.deliver(file, hello), await before.deliver(file, hello)]
  session.say({ type: 'acknowledge', id: done.id })
  await before.settled(done.id)
  await before.close()
  const after = await temporarySessionManager({ path })
  expect([after.find(open.id)?.state, after.find(done.id)?.state]).toEqual(['waiting', 'acknowledged'])
})

test('an answer that stalls says no more and is not over; one that is paced waits for whoever holds it', async () => {
  const manager = await temporarySessionManager()
  const { id } = await manager.deliver(file, patternContent(200_000))
  manager.misbehave.stallAt = 70_000
  const stalled = await content(manager.url, id)
  const reader = stalled.body?.getReader()
  let got = 0
  while (got < 70_000) got += (await reader?.read())?.value?.length ?? 0
  expect(got).toBe(70_000)
  const next = reader?.read()
  // Whatever is asked after it is answered, and it is not.
  await fetch(`${manager.url}deliveries/${id}`, { headers: { authorization } })
  expect(await Promise.race([next, Promise.resolve('nothing yet')])).toBe('nothing yet')
  await reader?.cancel()

  manager.misbehave.stallAt = null
  const offsets: number[] = []
  manager.misbehave.pace = async (offset) => void offsets.push(offset)
  expect(await received(await content(manager.url, id))).toHaveLength(200_000)
  expect(offsets).toEqual([0, 65_536, 131_072, 196_608])
})

test('sessions can end in good order, say anything, or nothing at all', async () => {
  const manager = await temporarySessionManager()
  const session = await openSession(manager.url, tokenOf('ada'))
  await manager.opened('ada')
  await session.next()
  manager.say('ada', '{"type":"surprise"}')
  expect(await session.next()).toEqual({ type: 'surprise' })
  const { id } = await manager.deliver(file, hello)
  await manager.announceAgain(id)
  for (const _ of [1, 2]) expect(await session.next()).toMatchObject({ id })
  manager.endSessions()
  expect(await session.ended).toBe(1001)

  manager.misbehave.neverSpeak = true
  const silent = await openSession(manager.url, tokenOf('ada'))
  silent.say({ type: 'ping' })
  silent.say({ type: 'acknowledge', id })
  expect(await manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  const said = silent.next()
  expect(await Promise.race([said, Promise.resolve('nothing')])).toBe('nothing')
})
