import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, onTestFinished, test } from 'vitest'
import { SessionStore } from '../../src-main/host/access/session-store'
import { ShellFailure } from '../../src-main/host/bridge/shell-failure'
import type { ShellLink } from '../../src-main/host/bridge/shell-link'
import { serveMessagePort } from '../../src-main/host/message-port'
import { desktopSurroundings } from '../../src-main/host/surroundings/desktop-surroundings'
import type { DesktopClient } from '../../src-shared/contract'
import type { DeliveryView } from '../../src-shared/contract/inbox'
import { DeliveryId } from '../../src-shared/domain/identifiers'
import { FakeClock } from '../fakes/clock'
import { FakeEngine, owner } from '../fakes/engine'
import { FakeLogger } from '../fakes/logger'
import { serveProgram } from './program'

const update = { state: 'ready', version: '0.2.0', detail: null }
const keychain = { state: 'available', backend: 'gnome_libsecret', reason: null }
const shellFacts = {
  version: '0.1.0',
  screenLock: 'dbus',
  tray: true,
  notifications: true,
  downloads: '/home/ada/Downloads',
  update,
}

/** The window of an application whose shell gives these answers, and notes what it was asked. */
function window(answers: Record<string, unknown>) {
  const asked: [string, unknown][] = []
  const ask = async (name: string, input: unknown) => {
    asked.push([name, input])
    const answer = { 'shell.facts': shellFacts, 'keychain.status': keychain, ...answers }[name]
    if (answer instanceof Error) throw answer
    return answer
  }
  const engine = new FakeEngine()
  const clock = new FakeClock()
  const logger = new FakeLogger()
  const { check: _, ...served } = serveProgram(engine, '')
  const program = { ...served, api: () => null, surroundings: desktopSurroundings({ ask: ask as ShellLink['ask'] }) }
  const access = { people: { org: owner.org, owner, others: [] }, clients: {} as never, sessions: new SessionStore(clock) }
  const { port1, port2 } = new MessageChannel()
  serveMessagePort(engine, port1, { actor: owner, caller: undefined, access, program, callbackOrigin: null, clock, logger })
  const client: DesktopClient = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  onTestFinished(() => port2.close())
  return { client, asked, engine, logger }
}

test('the window is told what its shell says of itself, of the keychain and of updates', async () => {
  const { client } = window({})
  expect(await client.host.facts()).toMatchObject({
    kind: 'desktop',
    version: '0.1.0',
    keychain,
    screenLock: 'dbus',
    usualReceiveFolder: '/home/ada/Downloads',
    api: null,
    update,
  })
})

test('a folder is opened where it really is: the data’s own, and the one that was chosen for files', async () => {
  const { client, asked } = window({ 'folder.open': null })
  const opened = () => asked.filter(([name]) => name === 'folder.open').map(([, input]) => input)
  await client.host.openFolder({ folder: 'data' })
  await client.host.openFolder({ folder: 'receive' })
  await client.settings.update({ receiveFolder: '/home/ada/chosen' })
  expect(await client.host.openFolder({ folder: 'receive' })).toEqual({ opened: '/home/ada/chosen' })
  expect(opened()).toEqual([{ path: '/nowhere' }, { path: '/home/ada/Downloads' }, { path: '/home/ada/chosen' }])
})

test('a received file is shown and opened by its delivery alone, and only one that is there', async () => {
  const { client, asked, engine } = window({ 'file.show': null, 'file.open': null })
  const paths: (string | null)[] = ['/home/ada/Downloads/part.step', '/home/ada/Downloads/part.step', null]
  engine.useCases.inbox.get = async () => ({ path: paths.shift() ?? null }) as DeliveryView
  const id = DeliveryId.parse('delivery_01J9Z3K4M5N6P7Q8R9S0T1V2W3')
  expect(await client.host.showDelivery({ id })).toEqual({ shown: '/home/ada/Downloads/part.step' })
  expect(await client.host.openDelivery({ id })).toEqual({ opened: '/home/ada/Downloads/part.step' })
  await expect(client.host.openDelivery({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const file = { path: '/home/ada/Downloads/part.step', folder: '/home/ada/Downloads' }
  expect(asked).toEqual([
    ['file.show', file],
    ['file.open', file],
  ])
})

test('a person chooses a folder, or does not', async () => {
  expect(await window({ 'folder.choose': { path: '/chosen' } }).client.host.chooseFolder()).toEqual({ folder: '/chosen' })
  expect(await window({ 'folder.choose': { path: null } }).client.host.chooseFolder()).toEqual({ folder: null })
})

test('what the shell refuses is said in its own words', async () => {
  const refused = new ShellFailure('refused', 'There is no such folder any more.')
  const { client } = window({ 'folder.open': refused, 'update.install': refused })
  const error = { code: 'NOT_AVAILABLE_HERE', message: refused.message, defined: true }
  await expect(client.host.openFolder({ folder: 'data' })).rejects.toMatchObject(error)
  await expect(client.host.installUpdate()).rejects.toMatchObject(error)
})

test('a shell that does not answer is a failure of the program, which the log has', async () => {
  const { client, logger } = window({ 'shell.facts': new ShellFailure('silent', 'It did not answer.') })
  await expect(client.host.facts()).rejects.toMatchObject({ code: 'INTERNAL' })
  expect(logger.text()).toContain('ShellFailure')
})
