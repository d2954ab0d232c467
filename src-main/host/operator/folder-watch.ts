import { watch } from 'node:fs'
import type { Logger } from '../../engine/port'

/**
 * Calls back whenever something happens to a file of that name: written, replaced, removed, its mode changed. The folder is
 * watched and not the file, because a file put in its place is another one. Answers how to stop.
 */
export function watchForFile(folder: string, name: string, logger: Logger, changed: () => void): () => void {
  const ended = (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    logger.error('changes of the operator’s file are not seen; it is read when the vault is unlocked', { code })
  }
  try {
    // Where the system does not say which file it was, it may have been this one.
    const watcher = watch(folder, { persistent: false }, (_, file) => (file === null || file === name ? changed() : undefined))
    watcher.on('error', ended)
    return () => watcher.close()
  } catch (error) {
    ended(error)
    return () => undefined
  }
}
