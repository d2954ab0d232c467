import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { VaultFiles } from '../engine/port'
import { nodeFiles, openedFile } from './node-files'

const refused = () => Promise.reject(new Error('this vault is only looked at'))

/** The files of a vault folder, for looking alone: each is opened read-only, and every change is a defect of the caller. */
export function readOnlyFiles(folder: string): VaultFiles {
  const { list, read } = nodeFiles(folder)
  return {
    list,
    read,
    open: async (name, options) => {
      if (options?.create) return refused()
      return openedFile(await open(join(folder, name), constants.O_RDONLY))
    },
    replace: refused,
    rename: refused,
    remove: refused,
    syncFolder: refused,
    scratch: refused,
    removeScratch: refused,
  }
}
