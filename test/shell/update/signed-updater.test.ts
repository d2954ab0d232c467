import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppImageUpdater } from 'electron-updater'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signedUpdater } from '../../../src-main/shell/update/electron-updater-port'
import { Feed, publicKey } from './feed'
import { nodeHttpExecutor } from './node-http-executor'

let feed: Feed
let folder: string
beforeEach(async () => {
  feed = await Feed.start()
  folder = mkdtempSync(join(tmpdir(), 'neurocad-updater-'))
})
afterEach(async () => {
  await feed.stop()
  rmSync(folder, { recursive: true })
})

/** electron-updater as it runs on Linux, in a program of version 1.0.0, with Node in place of Electron. */
function updater() {
  writeFileSync(join(folder, 'app-update.yml'), 'provider: generic\nurl: https://x.invalid\nupdaterCacheDirName: cache\n')
  writeFileSync(join(folder, 'old.AppImage'), 'the program 1.0.0')
  process.env.APPIMAGE = join(folder, 'old.AppImage')
  const real = new AppImageUpdater(null, {
    version: '1.0.0',
    name: 'neurocad-connect',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  })
  Object.assign(real, { httpExecutor: nodeHttpExecutor() })
  return { real, port: signedUpdater(real, publicKey) }
}

describe('electron-updater, held to signed feeds', () => {
  test('finds and fetches a newer version whose list is signed with our key', async () => {
    feed.offer('1.1.0')
    const found = await updater().port.look(feed.url)
    expect(found?.version).toBe('1.1.0')
    await expect(found?.fetched).resolves.toBeUndefined()
  })

  test('refuses a list that another key signed, before it asks for the program', async () => {
    feed.offer('1.1.0', generateKeyPairSync('ed25519').privateKey)
    await expect(updater().port.look(feed.url)).rejects.toMatchObject({ name: 'UnsignedFeedError' })
    expect(feed.asked.map(({ path }) => path)).toEqual(['/connect/latest-linux.yml', '/connect/latest-linux.yml.sig'])
  })

  test('refuses a list that was changed after it was signed', async () => {
    feed.offer('1.1.0')
    const list = feed.files.get('/connect/latest-linux.yml') ?? ''
    feed.files.set('/connect/latest-linux.yml', list.replace('1.1.0', '9.9.9'))
    await expect(updater().port.look(feed.url)).rejects.toMatchObject({ name: 'UnsignedFeedError' })
  })

  test('refuses a list without a signature', async () => {
    feed.offer('1.1.0')
    feed.files.delete('/connect/latest-linux.yml.sig')
    await expect(updater().port.look(feed.url)).rejects.toThrow(/404/)
  })

  test('refuses a program that is not the one in the signed list', async () => {
    feed.offer('1.1.0', undefined, 'another program')
    const found = await updater().port.look(feed.url)
    await expect(found?.fetched).rejects.toThrow(/checksum mismatch/)
  })

  test.each(['1.0.0', '0.9.0'])('offers no version that is not newer: %s', async (version) => {
    feed.offer(version)
    expect(await updater().port.look(feed.url)).toBeUndefined()
  })

  test('tells the feed nothing that would know this computer again', async () => {
    feed.offer('1.0.0')
    await updater().port.look(feed.url)
    expect(feed.asked.map(({ staging }) => staging)).toEqual(['none', 'none'])
  })

  test('never installs by itself, goes back to an older version, or takes a web installer', () => {
    expect(updater().real).toMatchObject({
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
    })
  })
})
