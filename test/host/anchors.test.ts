import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { type AnchorStore, NothingKept } from '../../src-main/engine/port'
import { anchorFiles } from '../../src-main/host/anchor-files'
import { answerAnchors } from '../../src-main/host/answer-anchors'
import { shellAnchors } from '../../src-main/host/bridge/shell-anchors'
import { ShellFailure } from '../../src-main/host/bridge/shell-failure'
import { RemoteAnchors } from '../../src-main/host/remote-anchors'
import { stateFolder } from '../../src-main/host/serve/state-folder'
import type { AnchorAnswer, AnchorAsk } from '../../src-main/host/session-messages'
import { FakeAnchors } from '../fakes/anchors'

const vaultId = 'vault_01J9Z3K4M5N6P7Q8R9S0T1V2W3'
const bytes = Uint8Array.of(1, 2, 3)

async function folder() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-anchors-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return join(parent, 'made', 'when', 'missing')
}

test('a vault’s last event is one file of mode 0600 in a folder of mode 0700, and nothing else is left beside it', async () => {
  const path = await folder()
  const anchors = anchorFiles(path)
  expect(await anchors.read(vaultId)).toBeUndefined()
  await anchors.write(vaultId, Uint8Array.of(9, 9, 9, 9))
  await anchors.write(vaultId, bytes)
  expect(await anchors.read(vaultId)).toEqual(bytes)
  expect(await readdir(path)).toEqual([vaultId])
  expect((await stat(join(path, vaultId))).mode & 0o777).toBe(0o600)
  expect((await stat(path)).mode & 0o777).toBe(0o700)
  expect(new Uint8Array(await readFile(join(path, vaultId)))).toEqual(bytes)
})

test.each(['../vault', 'vault_', 'vault_01J9Z3K4M5N6P7Q8R9S0T1V2W3/../x', ''])(
  'an id such as “%s”, which a header could have, leads to no file',
  async (id) => {
    const anchors = anchorFiles(await folder())
    await expect(anchors.read(id)).rejects.toThrow(RangeError)
    await expect(anchors.write(id, bytes)).rejects.toThrow(RangeError)
  },
)

test('it lies where each platform keeps the state of programs, never in a vault’s folder, and where a test says', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>) => stateFolder({ platform, home: '/home/ada', env })
  expect(on('linux', {})).toBe('/home/ada/.local/state/neurocad-connect/anchors')
  expect(on('linux', { XDG_STATE_HOME: '/xdg' })).toBe('/xdg/neurocad-connect/anchors')
  expect(on('linux', { XDG_STATE_HOME: 'relative' })).toBe('/home/ada/.local/state/neurocad-connect/anchors')
  expect(on('darwin', {})).toBe('/home/ada/Library/Application Support/neurocad-connect/anchors')
  expect(on('win32', { LOCALAPPDATA: '/local' })).toBe('/local/neurocad-connect/anchors')
  expect(on('linux', { NEUROCAD_STATE_FOLDER: '/elsewhere' })).toBe('/elsewhere/anchors')
  expect(on('linux', { NEUROCAD_STATE_FOLDER: 'relative' })).toBe('/home/ada/.local/state/neurocad-connect/anchors')
})

/** The session's end, over a real channel. */
function remoteTo(anchors: AnchorStore): RemoteAnchors {
  const { port1: session, port2: host } = new MessageChannel()
  const remote = new RemoteAnchors((message) => session.postMessage(message))
  session.on('message', (answer: AnchorAnswer) => remote.heard(answer))
  host.on('message', (message: AnchorAsk) => void answerAnchors(anchors, message, (answer) => host.postMessage(answer)))
  onTestFinished(() => session.close())
  return remote
}

test('a session reaches it from its own thread, and is told apart whether there is no place or one that fails', async () => {
  const anchors = new FakeAnchors()
  const remote = remoteTo(anchors)
  expect(await remote.read(vaultId)).toBeUndefined()
  await remote.write(vaultId, bytes)
  expect(await remote.read(vaultId)).toEqual(bytes)
  anchors.fails = true
  await expect(remote.read(vaultId)).rejects.not.toBeInstanceOf(NothingKept)
  const refusing = () => Promise.reject(new NothingKept('There is no keychain.'))
  await expect(remoteTo({ read: refusing, write: refusing }).write(vaultId, bytes)).rejects.toMatchObject({
    name: 'NothingKept',
    message: 'There is no keychain.',
  })
})

test('the shell keeps it, says where it keeps none, and may be silent', async () => {
  const kept = shellAnchors({ ask: (async () => ({ state: 'kept', anchor: 'AQID' })) as never })
  expect(await kept.read(vaultId)).toEqual(bytes)
  const none = shellAnchors({ ask: (async () => ({ state: 'none', reason: 'There is no keychain.' })) as never })
  await expect(none.read(vaultId)).rejects.toBeInstanceOf(NothingKept)
  await expect(none.write(vaultId, bytes)).rejects.toBeInstanceOf(NothingKept)
  const silent = shellAnchors({ ask: () => Promise.reject(new ShellFailure('silent', 'No answer.')) })
  await expect(silent.read(vaultId)).rejects.toBeInstanceOf(ShellFailure)
})
