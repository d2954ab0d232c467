import { chmod, readFile } from 'node:fs/promises'
import type { Subject } from '../../../src-shared/domain/identifiers'
import type { ClientStore } from './client-store'
import { writePrivateFile } from './private-file'

/**
 * Makes sure that a file (0600) holds a working API token of `subject`, for scripts that start after us. One that was revoked or
 * removed is replaced by a new client, so that whoever may read the data folder is never locked out of it for good.
 */
export async function ensureTokenFile(clients: ClientStore, path: string, name: string, subject: Subject): Promise<void> {
  const token = await readFile(path, 'utf8').catch(() => '')
  if (clients.subjectOf(token.trim()) === subject) {
    // A copied or restored folder may have lost its modes.
    await chmod(path, 0o600)
    return
  }
  const made = await clients.create(name, subject)
  await writePrivateFile(path, made.token)
}
