import { open } from 'node:fs/promises'

/** fsync of a folder: names made, renamed or removed in it survive a power cut. Windows cannot open a folder and needs none of it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
