import { constants, fstatSync, readdirSync, readSync, writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenFile, VaultFiles } from '../engine/port'
import { QuickSync } from './quick-sync'
import { syncFolder } from './sync-folder'
import { systemClock } from './system-clock'

/** The files of a vault folder on a real disk. Names are plain; everything is made with mode 0600. */
export function nodeFiles(folder: string): VaultFiles {
  const path = (name: string) => join(folder, name)
  return {
    list: async () => readdirSync(folder),
    read: async (name) => {
      const handle = await open(path(name), constants.O_RDONLY).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      })
      if (!handle) return undefined
      try {
        const file = openedFile(handle)
        const { size } = fstatSync(handle.fd)
        return size <= SMALL_READ_BYTES ? file.peek(0, size) : await file.read(0, size)
      } finally {
        await handle.close()
      }
    },
    open: async (name, options) => {
      const flags = options?.create ? constants.O_CREAT | constants.O_EXCL | constants.O_RDWR : constants.O_RDWR
      return openedFile(await open(path(name), flags, 0o600))
    },
    replace: async (name, bytes) => {
      const temporary = `${name}.new`
      try {
        const handle = await open(path(temporary), 'w', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(path(temporary), path(name))
      } catch (error) {
        // A full disk is the likely reason, so what was begun must not go on filling it.
        await rm(path(temporary), { force: true }).catch(() => undefined)
        throw error
      }
      await syncFolder(folder)
    },
    rename: (from, to) => rename(path(from), path(to)),
    remove: (name) => rm(path(name), { force: true }),
    syncFolder: () => syncFolder(folder),
    scratch: async (name) => {
      await rm(path(name), { recursive: true, force: true })
      await mkdir(path(name), { mode: 0o700 })
      return nodeFiles(path(name))
    },
    removeScratch: (name) => rm(path(name), { recursive: true, force: true }),
  }
}

/** Most commits are far below it. */
const SMALL_WRITE_BYTES = 16 * 1024

/** The header is. */
const SMALL_READ_BYTES = 64 * 1024

/** What it has seen of one file's disk is true of the others'. */
const quickSync = new QuickSync(systemClock.monotonic)

/** A file of a real disk. A short write goes on until all is written. */
export function openedFile(handle: FileHandle): OpenFile {
  let unsynced = 0
  return {
    peek: (offset, length, into = new Uint8Array(length)) => {
      const bytes = into.length < length ? new Uint8Array(length) : into
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, length, offset))
    },
    read: async (offset, length) => {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    write: async (offset, bytes) => {
      let done = 0
      unsynced += bytes.length
      // A few bytes go to the system's cache in the time that handing them to another thread would take; `datasync` is what waits.
      while (bytes.length <= SMALL_WRITE_BYTES && done < bytes.length)
        done += writeSync(handle.fd, bytes, done, bytes.length - done, offset + done)
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done)
        done += bytesWritten
      }
    },
    datasync: () => {
      const bytes = unsynced
      unsynced = 0
      return quickSync.datasync(handle, bytes)
    },
    size: async () => fstatSync(handle.fd).size,
    close: () => handle.close(),
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
