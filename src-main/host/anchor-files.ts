import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnchorStore } from '../engine/port'
import { syncFolder } from './sync-folder'

/** One file of mode 0600 for each vault, in a folder that is none of a vault's. */
export function anchorFiles(folder: string): AnchorStore {
  const path = (vaultId: string) => join(folder, plain(vaultId))
  return {
    read: async (vaultId) => {
      try {
        return new Uint8Array(await readFile(path(vaultId)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    write: async (vaultId, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = `${path(vaultId)}.${process.pid}.new`
      try {
        const handle = await open(temporary, 'w', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(temporary, path(vaultId))
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        throw error
      }
      await syncFolder(folder)
    },
  }
}

/** A vault's id comes from a file that anybody may have written: it must not lead anywhere else. */
function plain(vaultId: string): string {
  if (!/^vault_[0-9A-Z]{26}$/.test(vaultId)) throw new RangeError('not a vault id')
  return vaultId
}
