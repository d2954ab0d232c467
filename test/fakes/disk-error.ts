export type DiskErrorCode = 'EIO' | 'ENOSPC' | 'ENOENT' | 'EEXIST' | 'EBADF'

const sentences: Record<DiskErrorCode, string> = {
  EIO: 'i/o error',
  ENOSPC: 'no space left on device',
  ENOENT: 'no such file or directory',
  EEXIST: 'file already exists',
  EBADF: 'bad file descriptor',
}

/** Thrown in place of what a disk would: with the code, and in the words, that Node has for it. */
export class FakeDiskError extends Error {
  constructor(
    readonly code: DiskErrorCode,
    readonly syscall: string,
    name: string,
  ) {
    super(`${code}: ${sentences[code]}, ${syscall} '${name}'`)
  }
}
