import { readHeader } from '../../../src-main/engine/vault/header-file'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { slotOf } from '../../../src-main/engine/vault/key-slot'
import { openPasswordSlot } from '../../../src-main/engine/vault/password-slot'
import { RecordDirectory } from '../../../src-main/engine/vault/record-directory'
import { Snapshot } from '../../../src-main/engine/vault/snapshot-file'
import { openKeys, type VaultKeys } from '../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../fakes/files'
import { password, quickDerive } from './vault-fixture'

const versionIn = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)

/** Versions of the key-encryption keys that wrap a data key in any file, and those that a copy of the header has. */
export async function kekVersions(files: FakeFiles): Promise<{ wrapping: number[]; inHeader: number[] }> {
  const copies = (await readHeader(files))?.copies ?? []
  const { vaultId, keks, slots } = copies[0]?.header.body ?? { vaultId: '', keks: [], slots: [] }
  const slot = slotOf(slots, 'password')
  if (!slot) throw new Error('there is no vault here')
  const keys = openKeys(vaultId, await openPasswordSlot(vaultId, slot, password, quickDerive), keks)
  const wrapping = new Set<number>()
  for (const [name, bytes] of files.contents) {
    if (name.includes('journal-')) for (const version of inJournal(keys, bytes)) wrapping.add(version)
    if (/^snapshot-\d+$/.test(name)) for (const version of await inSnapshot(files.copy(), keys, name)) wrapping.add(version)
  }
  const inHeader = new Set(copies.flatMap(({ header }) => header.body.keks.map(({ version }) => version)))
  return { wrapping: sorted(wrapping), inHeader: sorted(inHeader) }
}

const sorted = (versions: Iterable<number>) => [...versions].sort((a, b) => a - b)

function inJournal({ vaultId, journal: key }: VaultKeys, bytes: Uint8Array): number[] {
  const { entries } = scanJournal(bytes, { key, vaultId, sequence: 0, hash: new Uint8Array(32) })
  return entries.flatMap(({ entry }) => (entry.secret ? [versionIn(entry.secret.wrappedKey)] : []))
}

async function inSnapshot(files: FakeFiles, keys: VaultKeys, name: string): Promise<number[]> {
  const opened = await Snapshot.open(files, Number(name.slice('snapshot-'.length)), keys).catch(() => undefined)
  if (!opened) return [] // an unfinished one: nothing says where in it a data key would be
  const directory = new RecordDirectory(opened.directory)
  const versions: number[] = []
  for (let n = 0; n <= directory.last; n++) {
    const place = directory.blob(n)
    if (place) versions.push(versionIn(await opened.snapshot.readBlob(place)))
  }
  return versions
}
