import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { openSecret } from '../../../src-main/engine/vault/record-secret'
import type { FakeFiles } from '../../fakes/files'
import { keysOf } from './keys-of'

/** Everything that the first journal holds, in the clear: its events, and the secrets that came with them. */
export async function openedJournal(files: FakeFiles): Promise<string> {
  const { vaultId, keks, journal: key } = await keysOf(files)
  const bytes = files.contents.get('journal-1') ?? new Uint8Array()
  const { entries } = scanJournal(bytes, { key, vaultId, sequence: 0, hash: new Uint8Array(32) })
  return JSON.stringify(
    entries.map(({ entry: { event, secret } }) => [event, secret && openSecret(vaultId, event.record, keks, secret)]),
  )
}
