import { type AppUpdater, autoUpdater } from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import { SignedFeed } from './signed-feed'
import type { FoundUpdate, UpdaterPort } from './updater-port'

/** electron-updater, held to signed feeds. Loaded when updates are on, because it costs a start that has none. */
export function electronUpdaterPort(publicKey: string): UpdaterPort {
  return signedUpdater(autoUpdater, publicKey)
}

export function signedUpdater(updater: AppUpdater, publicKey: string): UpdaterPort {
  // What it would write may hold addresses; its errors reach us as errors.
  updater.logger = null
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // In place of an id of this computer, which it would send along.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  return {
    async look(feed): Promise<FoundUpdate | undefined> {
      const updateProvider = class extends SignedFeed {
        constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
          super({ url: feed, publicKey }, runtime)
        }
      }
      updater.setFeedURL({ provider: 'custom', updateProvider })
      const found = await updater.checkForUpdates()
      if (!found?.isUpdateAvailable) return undefined
      return { version: found.updateInfo.version, fetched: Promise.resolve(found.downloadPromise).then(() => undefined) }
    },
    install: () => updater.quitAndInstall(),
  }
}
