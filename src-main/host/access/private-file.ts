import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../sync-folder'

/**
 * Writes a whole file that only this user can read (0600): complete or not at all, and durable when it resolves. The mode is set
 * when the file is made, so that there is no moment in which others can open it.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const draft = `${path}.new`
  try {
    // Left over from a kill, with a token in it perhaps: it must not stay, and its mode cannot be trusted.
    await rm(draft, { force: true })
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
