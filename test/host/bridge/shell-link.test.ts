import { expect, test } from 'vitest'
import { shellKeychain } from '../../../src-main/host/bridge/shell-keychain'
import { ShellLink } from '../../../src-main/host/bridge/shell-link'
import type { ToShell } from '../../../src-shared/bridge/engine-message'
import { FakeClock } from '../../fakes/clock'

function linked() {
  const said: ToShell[] = []
  const clock = new FakeClock()
  const link = new ShellLink((message) => said.push(message), clock)
  /** Of what was asked last. */
  const id = () => {
    const last = said.at(-1)
    if (last?.kind !== 'ask') throw new Error('nothing was asked')
    return last.id
  }
  return { link, said, clock, id }
}

test('an answer goes to the question it belongs to, in whatever order they come', async () => {
  const { link, id } = linked()
  const first = link.ask('folder.choose', { startIn: '/a' })
  const firstId = id()
  const second = link.ask('folder.choose', { startIn: '/b' })
  link.hear({ kind: 'answer', id: id(), output: { path: '/second' } })
  link.hear({ kind: 'answer', id: firstId, output: { path: null } })
  expect([await first, await second]).toEqual([{ path: null }, { path: '/second' }])
})

test('a refusal is a failure with the sentence that the shell gave', async () => {
  const { link, id } = linked()
  const asked = link.ask('folder.open', { path: '/gone' })
  link.hear({ kind: 'refusal', id: id(), message: 'There is no such folder.' })
  await expect(asked).rejects.toMatchObject({ name: 'ShellFailure', reason: 'refused', message: 'There is no such folder.' })
})

test.each([
  ['of another shape', { registered: 'yes' }],
  ['of nothing', undefined],
])('an answer %s is not taken', async (_, output) => {
  const { link, id } = linked()
  const asked = link.ask('scheme.status', null)
  link.hear({ kind: 'answer', id: id(), output })
  await expect(asked).rejects.toMatchObject({ reason: 'malformed' })
})

test('a shell that says nothing is given up on, and its late answer changes nothing', async () => {
  const { link, clock, id } = linked()
  const asked = link.ask('scheme.status', null)
  const late = id()
  clock.advance(2_000)
  await expect(asked).rejects.toMatchObject({ reason: 'silent' })
  link.hear({ kind: 'answer', id: late, output: { registered: true, detail: '' } })
})

test('a person who is asked may take their time', async () => {
  const { link, clock, id } = linked()
  const asked = link.ask('folder.choose', { startIn: '/' })
  clock.advance(10 * 60_000)
  link.hear({ kind: 'answer', id: id(), output: { path: '/chosen' } })
  expect(await asked).toEqual({ path: '/chosen' })
})

test('an answered question leaves no timer, and the end of the link leaves no question', async () => {
  const { link, clock, id } = linked()
  const answered = link.ask('keychain.status', null)
  link.hear({ kind: 'answer', id: id(), output: { state: 'available', backend: 'Keychain', reason: null } })
  await answered
  expect(clock.nextTimer()).toBeUndefined()
  const open = link.ask('folder.choose', { startIn: '/' })
  link.end()
  await expect(open).rejects.toMatchObject({ reason: 'ended' })
  expect(clock.nextTimer()).toBeUndefined()
})

test('the keychain’s bytes go over and come back as they are', async () => {
  const { link, said, id } = linked()
  const keychain = shellKeychain(link)
  const secret = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
  const wrapping = keychain.wrap(secret)
  expect(said.at(-1)).toMatchObject({ name: 'keychain.wrap', input: { secret: Buffer.from(secret).toString('base64') } })
  link.hear({ kind: 'answer', id: id(), output: { wrapped: Buffer.from([1, 2, 3]).toString('base64') } })
  const wrapped = await wrapping
  expect([...wrapped]).toEqual([1, 2, 3])

  const unwrapping = keychain.unwrap(wrapped)
  const renewed = Buffer.from([9]).toString('base64')
  link.hear({ kind: 'answer', id: id(), output: { secret: Buffer.from(secret).toString('base64'), renewed } })
  expect(await unwrapping).toEqual({ secret, renewed: Uint8Array.of(9) })
})
