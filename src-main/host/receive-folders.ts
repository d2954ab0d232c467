import { constants } from 'node:fs'
import { type FileHandle, link, lstat, mkdir, open, realpath, rename, rm, stat, statfs, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FolderFailure, type PartFile, type ReceiveFolder, type ReceiveFolders } from '../engine/port'
import { openedFile } from './node-files'
import { syncFolder } from './sync-folder'

/** Windows has none: there the look before has to do. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

/** Folders of a real disk, in which received files are placed. */
export const receiveFolders: ReceiveFolders = {
  make: (path) =>
    named(async () => {
      await makeFolder(path)
      return folderAt(await realpath(path))
    }),
  find: (path) =>
    named(async () => {
      return (await isFolder(path)) ? folderAt(await realpath(path)) : undefined
    }),
}

/** Not `recursive`: below `/proc`, where nothing can be made, Node would try for ever. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  const above = dirname(path)
  if (above !== path) await makeFolder(above)
  await mkdir(path).catch((error: unknown) => {
    // By somebody else, meanwhile.
    if (codeOf(error) !== 'EEXIST') throw error
  })
  if (!(await isFolder(path))) throw new FolderFailure('unusable')
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(unlessMissing))?.isDirectory() ?? false

function folderAt(folder: string): ReceiveFolder {
  const at = (name: string) => join(folder, name)
  return {
    path: folder,
    room: () =>
      named(async () => {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      }),
    part: (name) => named(async () => partOf(await openOwn(at(name)))),
    isFree: (name) => named(async () => (await lstat(at(name)).catch(unlessMissing)) === undefined),
    place: (part, name) => named(() => place(at(part), at(name))),
    open: (name) => named(() => openPlain(at(name), constants.O_RDONLY)).then((handle) => handle && openedFile(handle)),
    remove: (name) => named(() => rm(at(name), { force: true })),
    sync: () => named(() => syncFolder(folder)),
  }
}

/** The file of that name if it is this program's alone; a new one otherwise, in place of what somebody laid there. */
async function openOwn(path: string): Promise<FileHandle> {
  const known = await openPlain(path, constants.O_RDWR)
  if (known !== undefined) {
    const { uid, nlink } = await known.stat()
    if (nlink === 1 && (process.getuid === undefined || uid === process.getuid())) {
      await known.chmod(0o600)
      return known
    }
    await known.close()
  }
  await unlink(path).catch(unlessMissing)
  return open(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR | NO_FOLLOW, 0o600)
}

/** Undefined for what is not there, and for what is no plain file: a link, a pipe, a folder. */
async function openPlain(path: string, flags: number): Promise<FileHandle | undefined> {
  const before = await lstat(path).catch(unlessMissing)
  if (!before?.isFile()) return undefined
  const handle = await open(path, flags | NO_FOLLOW | (constants.O_NONBLOCK ?? 0))
  const now = await handle.stat()
  if (now.isFile() && now.ino === before.ino && now.dev === before.dev) return handle
  await handle.close()
  throw new FolderFailure('unusable')
}

/** A link fails where anything has the name, which a rename does not. */
async function place(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!withoutLinks.has(codeOf(error))) throw error
    return reserveAndRename(part, path)
  }
  await unlink(part)
  return true
}

const withoutLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR', 'EACCES', 'UNKNOWN'])

/** For file systems without links (FAT): takes the name with an empty file first, so that the rename replaces nothing else. */
async function reserveAndRename(part: string, path: string): Promise<boolean> {
  try {
    await (await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600)).close()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  await rename(part, path)
  return true
}

/** The system's errors by what they mean here. EFBIG: a file system that takes no file of that size. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FolderFailure) throw error
    throw new FolderFailure(['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error)) ? 'full' : 'unusable')
  }
}

const partOf = (handle: FileHandle): PartFile => {
  const file = openedFile(handle)
  return {
    read: (offset, length) => named(() => file.read(offset, length)),
    write: (offset, bytes) => named(() => file.write(offset, bytes)),
    datasync: () => named(() => file.datasync()),
    size: () => named(() => file.size()),
    close: () => named(() => file.close()),
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
  return undefined
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
