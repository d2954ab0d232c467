import { constants } from 'node:fs'
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VaultFiles } from '../engine/port'
import { openedFile } from './node-files'

const refused = () => Promise.reject(new Error('this vault is only looked at'))

/** The files of a vault folder, for looking alone: each is opened read-only, and every change is a defect of the caller. */
export function readOnlyFiles(folder: string): VaultFiles {
  const path = (name: string) => join(folder, name)
  return {
    list: () => readdir(folder),
    read: async (name) => {
      try {
        return new Uint8Array(await readFile(path(name)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    open: async (name, options) => {
      if (options?.create) return refused()
      return openedFile(await open(path(name), constants.O_RDONLY))
    },
    replace: refused,
    rename: refused,
    remove: refused,
    syncFolder: refused,
    scratch: refused,
    removeScratch: refused,
  }
}
