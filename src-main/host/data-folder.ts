import { randomBytes } from 'node:crypto'
import { mkdir, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exitCode } from '../../src-shared/bridge/exit-code'
import { terminalWords } from '../../src-shared/words/en/terminal'
import { acquireProcessLock } from './process-lock'
import { StartError } from './start-error'

export interface DataFolder {
  /** Gives the folder back. One that was made by us and is still empty is removed, so that a failed start leaves nothing. */
  release(): Promise<void>
}

/**
 * Takes a data folder for this process, making it (0700) where only its last part is missing. Throws `StartError` 3 where
 * another process has it and 5 where it cannot be used; nothing in it was touched then.
 */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  const made = await makeFolder(folder)
  const lock = await acquireProcessLock(folder)
  if (lock === undefined) throw new StartError(exitCode.folderInUse, terminalWords.folderInUse(folder))
  const release = async () => {
    // Fails, as it should, when there is something in it.
    if (made) await rmdir(folder).catch(() => {})
    await lock.release()
  }
  try {
    await probe(folder)
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

/** Whether the folder was made here. */
async function makeFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw unusable(folder, error)
  })
  if (found?.isDirectory()) return false
  if (found) throw new StartError(exitCode.folderUnusable, terminalWords.notAFolder(folder))
  if ((await stat(dirname(folder)).catch(() => undefined)) === undefined) {
    throw new StartError(exitCode.folderUnusable, terminalWords.noParentFolder(dirname(folder)))
  }
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    throw unusable(folder, error)
  })
  return true
}

/** Writing is the only test that knows of read-only disks, full disks and permissions alike. */
async function probe(folder: string): Promise<void> {
  const path = join(folder, `.probe-${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 })
  } catch (error) {
    throw unusable(folder, error)
  } finally {
    await rm(path, { force: true }).catch(() => {})
  }
}

function unusable(folder: string, error: unknown): StartError {
  return new StartError(
    exitCode.folderUnusable,
    terminalWords.folderUnusable(folder, codeOf(error) ?? terminalWords.unknownReason),
  )
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
