import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ReadyLines } from '../e2e/drivers/ready-lines'
import { launchDesktop } from '../electron/harness/launch-desktop'
import { parentFolder } from '../host/serve/serve-process'
import { httpApi } from './api'
import { findInMemory } from './process-memory'
import { keysInUse, vaultKeysOf } from './vault-keys-of'

/**
 * A demo on the stand-in for Electron, whose engine and shell are processes of their own as they are under Electron. The name of the
 * data folder is in both for good: so a search that finds only that has searched.
 */
async function memoryOfDesktop() {
  const control = randomBytes(16)
  const parent = await parentFolder()
  const data = join(parent, control.toString('hex'))
  const userData = join(parent, 'shell')
  await mkdir(userData)
  const desktop = await launchDesktop({ args: ['--demo', '--json', '--data', data], userData })
  onTestFinished(() => desktop.close())
  if (desktop.process.stdout === null) throw new Error('Its standard output is not piped here.')
  const { api, tokenFile, demo } = await new ReadyLines(desktop.process.stdout).next()
  if (api === null || demo === undefined) throw new Error('The demo is not open.')
  const password = demo.vaultPassword
  const keys = new Map([...(await vaultKeysOf(data, { password }, true)), ['control', control]])
  const { call } = await httpApi({ api, tokenFile })
  const shell = desktop.process.pid ?? 0
  return {
    call,
    password,
    inShell: () => findInMemory(shell, keys),
    inEngine: async () => findInMemory(await desktop.enginePid(), keys),
  }
}

test('of all keys of a vault, none is left in the engine’s process when locking is answered, and none is ever in the shell', async () => {
  const { call, password, inEngine, inShell } = await memoryOfDesktop()
  // Through the shell, which has the keychain.
  await call('POST', '/vault/device', { password })
  expect(await inEngine()).toEqual(expect.arrayContaining([...keysInUse, 'control']))
  expect(await inShell()).toEqual(['control'])
  await call('POST', '/vault/lock')
  expect(await inEngine()).toEqual(['control'])

  await call('POST', '/vault/unlock', { device: true })
  expect(await inEngine()).toEqual(expect.arrayContaining(keysInUse))
  await call('POST', '/vault/lock')
  expect(await inEngine()).toEqual(['control'])
  expect(await inShell()).toEqual(['control'])
})
