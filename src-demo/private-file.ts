import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file of the demo that the demo did not write. Says which, and nothing of its content. */
export class UnreadableDemoFile extends Error {
  override readonly name = 'UnreadableDemoFile'
}

/** The text of a file, or undefined when there is none. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Replaces a file whole with mode 0600: after a crash or power cut it holds either the old text or the new one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  // A leftover of an earlier crash keeps the mode it had, whatever `open` was told.
  await chmod(temporary, 0o600)
  await rename(temporary, path)
  // The new name survives a power cut only once the folder itself is written.
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
