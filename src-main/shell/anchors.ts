import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { keychainStatus, type SafeStorage } from './keychain'
import type { ShellHandlers } from './shell-handlers'

/**
 * Keeps the last event of each vault where no vault is, so that an older copy of one is noticed. The engine has sealed it; the keychain
 * seals it again, so that nobody but this person's own programs can put back an older one of it either.
 * @param folder absolute; made when missing
 */
export function anchors(
  storage: SafeStorage,
  platform: NodeJS.Platform,
  folder: string,
): Pick<ShellHandlers, 'anchor.read' | 'anchor.write'> {
  const none = async () => {
    const { state, reason } = await keychainStatus(storage, platform)
    return state === 'available' ? undefined : { state: 'none' as const, reason: reason ?? desktopWords.keychainAbsent }
  }
  return {
    'anchor.read': async ({ vaultId }) => {
      const nothing = await none()
      if (nothing) return nothing
      const sealed = await readFile(join(folder, vaultId)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      })
      if (sealed === undefined) return { state: 'kept', anchor: null }
      const { result } = await storage.decryptStringAsync(sealed)
      return { state: 'kept', anchor: result }
    },
    'anchor.write': async ({ vaultId, anchor }) => {
      const nothing = await none()
      if (nothing) return nothing
      const sealed = await storage.encryptStringAsync(anchor)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const next = join(folder, `${vaultId}.next`)
      await writeFile(next, sealed, { mode: 0o600 })
      await rename(next, join(folder, vaultId))
      return { state: 'kept' }
    },
  }
}
