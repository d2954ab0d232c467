import { updateFacts } from './update-facts'
import { Updates } from './updates'

/**
 * The updates of this very program.
 * @param folder of the application, in the archive when it is packaged
 * @param beforeInstall called before the program quits into another version
 */
export function ownUpdates(folder: string, packaged: boolean, beforeInstall: () => void): Updates {
  const { impossible, builtInFeed, publicKey } = updateFacts(folder, packaged)
  const load = async () => (await import('./electron-updater-port')).electronUpdaterPort(publicKey)
  return new Updates({ impossible, builtInFeed, load, beforeInstall })
}
