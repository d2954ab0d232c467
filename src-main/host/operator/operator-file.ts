import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { hostFileWords } from '../../../src-shared/words/en/host-file'
import type { OperatorStatement } from '../../engine/engine'

export const operatorFileName = 'operator.json'

/** Bytes. */
const MOST = 64 * 1024

/**
 * What the operator's file says, if it is one that only this user can read (0600): it may hold a client secret, so one that
 * others could have read or written is not believed.
 */
export async function readOperatorFile(
  path: string,
): Promise<Exclude<OperatorStatement, { kind: 'content' }> | { content: string }> {
  try {
    // Without waiting: a named pipe must not hold up an unlock.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readOpened(path, file)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : hostFileWords.unknownReason
    return code === 'ENOENT' ? { kind: 'absent' } : unreadable(hostFileWords.cannotBeRead(path, code))
  }
}

async function readOpened(path: string, file: FileHandle) {
  const stat = await file.stat()
  if (!stat.isFile()) return unreadable(hostFileWords.isNotFile(path))
  const mode = stat.mode & 0o777
  // Windows has no such modes; there the folder is the user's own.
  if (mode !== 0o600 && process.platform !== 'win32') {
    const command = `chmod 600 ${quoted(path)}`
    return unreadable(hostFileWords.wrongMode(path, mode.toString(8).padStart(4, '0'), command))
  }
  // Not by its size: it may grow while it is read.
  const bytes = Buffer.alloc(MOST + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
    length += bytesRead
    if (length > MOST) return unreadable(hostFileWords.tooLarge(path))
    if (bytesRead === 0) break
  }
  try {
    return { content: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length)) }
  } catch {
    return unreadable(hostFileWords.notUtf8(path))
  }
}

const unreadable = (why: string) => ({ kind: 'unreadable', problem: hostFileWords.operatorFileNotUsed(why) }) as const

/** For a POSIX shell, where the path needs it. */
const quoted = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
