import { readHeader } from '../../../src-main/engine/vault/header-file'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { slotOf } from '../../../src-main/engine/vault/key-slot'
import { openPasswordSlot } from '../../../src-main/engine/vault/password-slot'
import { openSecret } from '../../../src-main/engine/vault/record-secret'
import { openKeys } from '../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../fakes/files'
import { password, quickDerive } from './vault-fixture'

/** Everything that the first journal holds, in the clear: its events, and the secrets that came with them. */
export async function openedJournal(files: FakeFiles): Promise<string> {
  const [copy] = (await readHeader(files))?.copies ?? []
  const slot = slotOf(copy?.header.body.slots ?? [], 'password')
  if (!copy || !slot) throw new Error('there is no vault')
  const { vaultId, keks } = copy.header.body
  const keys = openKeys(vaultId, await openPasswordSlot(vaultId, slot, password, quickDerive), keks)
  const bytes = files.contents.get('journal-1') ?? new Uint8Array()
  const { entries } = scanJournal(bytes, { key: keys.journal, vaultId, sequence: 0, hash: new Uint8Array(32) })
  return JSON.stringify(
    entries.map(({ entry: { event, secret } }) => [event, secret && openSecret(vaultId, event.record, keys.keks, secret)]),
  )
}
