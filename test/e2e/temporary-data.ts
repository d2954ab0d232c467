import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty data folder in a folder of its own, in which a desktop keeps what is not in the vault. */
export async function temporaryData(): Promise<{ data: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-e2e-'))
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  // A browser that has ended may still be writing to its folder.
  return { data, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
