import { readHeader } from '../../../src-main/engine/vault/header-file'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { RecordDirectory } from '../../../src-main/engine/vault/record-directory'
import { openSecret, splitSecret } from '../../../src-main/engine/vault/record-secret'
import { Snapshot } from '../../../src-main/engine/vault/snapshot-file'
import { Store } from '../../../src-main/engine/vault/store'
import type { VaultKeys } from '../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../fakes/files'
import { keysOf } from './keys-of'

/** Every connection whose secret can still be opened from any journal or snapshot in the folder, by its id. */
export async function secretsOnDisk(files: FakeFiles, known?: VaultKeys): Promise<Set<string>> {
  if ((await readHeader(files)) === undefined) return new Set()
  const keys = known ?? (await keysOf(files))
  const found = new Set<string>()
  for (const [name, bytes] of files.contents) {
    if (name.includes('journal-')) for (const id of inJournal(keys, bytes)) found.add(id)
    if (/^snapshot-\d+$/.test(name)) for (const id of await inSnapshot(files.copy(), keys, name)) found.add(id)
  }
  return found
}

function inJournal(keys: VaultKeys, bytes: Uint8Array): string[] {
  const { vaultId, journal: key } = keys
  const { entries } = scanJournal(bytes, { key, vaultId, sequence: 0, hash: new Uint8Array(32) })
  return entries.flatMap(({ entry }) => {
    if (entry.secret) openSecret(vaultId, entry.event.record, keys.keks, entry.secret)
    return entry.secret ? [entry.event.record] : []
  })
}

async function inSnapshot(files: FakeFiles, keys: VaultKeys, name: string): Promise<string[]> {
  const generation = Number(name.slice('snapshot-'.length))
  const opened = await Snapshot.open(files, generation, keys).catch(() => undefined)
  if (!opened) return [] // an unfinished one: nothing says where in it a secret would be
  const { snapshot, image, directory } = opened
  const store = await Store.open(image)
  const places = new RecordDirectory(directory)
  const found: string[] = []
  for (const { id, n } of store.all('SELECT id, n FROM connection')) {
    const place = places.blob(Number(n))
    if (!place) continue
    openSecret(keys.vaultId, String(id), keys.keks, splitSecret(await snapshot.readBlob(place)))
    found.push(String(id))
  }
  store.close()
  return found
}
