import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect, createServer, Server } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { demoAccounts, UnreadableDemoFile } from '../../src-demo'
import { startEmulator } from '../../src-demo/loopback-emulator'
import { temporaryDemo } from './temporary-demo'

/** Whether something listens there. 127.0.0.2 is this machine too: a server open to every interface answers on it. */
async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

test('the demo and the emulators behind it listen on 127.0.0.1 and nowhere else', async () => {
  const emulator = await startEmulator({ service: 'slack', baseUrl: 'https://demo.invalid' })
  onTestFinished(() => emulator.close())
  const { platform } = await temporaryDemo()
  for (const url of [emulator.url, ...Object.values(platform.urls)]) {
    const port = Number(new URL(url).port)
    expect(await answers('127.0.0.1', port)).toBe(true)
    expect(await answers('127.0.0.2', port)).toBe(false)
  }
})

test('emulators started at the same time get a port each, and other servers listen as they asked meanwhile', async () => {
  const listen = Server.prototype.listen
  const starting = [1, 2, 3].map(() => startEmulator({ service: 'slack', baseUrl: 'https://demo.invalid' }))
  // Until the first of them has put its own `listen` in place.
  for (let turn = 0; turn < 10 && Server.prototype.listen === listen; turn++) await Promise.resolve()
  expect(Server.prototype.listen).not.toBe(listen)
  const other = createServer().listen(0, '127.0.0.2')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  expect(other.address()).toMatchObject({ address: '127.0.0.2' })

  const emulators = await Promise.all(starting)
  expect(new Set(emulators.map(({ url }) => url)).size).toBe(3)
  expect(Server.prototype.listen).toBe(listen)
  await Promise.all(emulators.map((emulator) => emulator.close()))
})

test('closing frees the address, and closing again is fine', async () => {
  const demo = await temporaryDemo()
  const port = Number(new URL(demo.platform.urls.slack).port)
  await demo.platform.close()
  expect(await answers('127.0.0.1', port)).toBe(false)
  await demo.platform.close()
})

test.for(['seed', 'slack-tokens', 'github-apps', 'passport-key', 'neurocad-key', 'm2m-key', 'okta-grants'])(
  'a start that fails over a damaged %s.json leaves nothing listening',
  async (name) => {
    const demo = await temporaryDemo()
    await writeFile(join(demo.folder, `${name}.json`), '{')
    const listen = vi.spyOn(Server.prototype, 'listen')
    onTestFinished(() => listen.mockRestore())
    await expect(demo.restart()).rejects.toThrow(UnreadableDemoFile)
    const servers = listen.mock.contexts.map((server) => server instanceof Server && server.listening)
    expect(servers).not.toContain(true)
  },
)

test('the demo gives two different people', () => {
  expect(demoAccounts.owner.subject).not.toBe(demoAccounts.teammate.subject)
})
