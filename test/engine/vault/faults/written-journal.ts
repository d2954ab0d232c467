import { SYNC_MARK } from '../../../../src-main/engine/vault/journal-record'
import { type JournalScan, scanJournal } from '../../../../src-main/engine/vault/journal-scan'
import type { VaultKeys } from '../../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../../fakes/files'
import { keysOf } from '../keys-of'
import { add, newVault, rename } from '../vault-fixture'

const CONNECTIONS = 20

/** A vault whose only journal has so many records, what each of them says, and where it is. */
export class WrittenJournal {
  private constructor(
    readonly files: FakeFiles,
    readonly keys: VaultKeys,
    /** Without what was preallocated. */
    readonly bytes: Uint8Array,
    /** Where each record begins, and the end of the last. */
    readonly starts: readonly number[],
    /** The hash of each record's event: who has the hash has read the record. */
    readonly hashes: readonly string[],
  ) {}

  static async of(records: number): Promise<WrittenJournal> {
    const { ports, vault } = await newVault()
    const ids: string[] = []
    // The first record is the making of the vault.
    for (let index = 0; index < records - 1; index++) {
      const id = ids[index % CONNECTIONS]
      if (index < CONNECTIONS || id === undefined) ids.push(await add(vault, `Connection ${index}`))
      else await rename(vault, id, `Name ${index}`)
    }
    const bytes = (ports.files.contents.get('journal-1') ?? new Uint8Array()).slice(0, vault.journalBytes)
    await vault.close()
    ports.files.contents.set('journal-1', bytes)
    const keys = await keysOf(ports.files)
    const scan = scanJournal(bytes, { key: keys.journal, vaultId: keys.vaultId, sequence: 0, hash: new Uint8Array(32) })
    return new WrittenJournal(ports.files, keys, bytes, startsOf(bytes), hashesOf(scan))
  }

  get records(): number {
    return this.hashes.length
  }

  /** The record that the byte at `offset` is of. */
  recordAt(offset: number): number {
    let [low, high] = [0, this.records - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Where a record begins; the end of the journal behind the last. */
  startOf(record: number): number {
    return this.starts[record] ?? this.bytes.length
  }

  /** Scans `bytes` as what comes after the records before `from`. */
  scan(bytes: Uint8Array, from = 0): JournalScan {
    const hash = from === 0 ? new Uint8Array(32) : Buffer.from(this.hashes[from - 1] ?? '', 'hex')
    return scanJournal(bytes, { key: this.keys.journal, vaultId: this.keys.vaultId, sequence: from, hash })
  }

  /** A copy of the folder with this journal in it. */
  with(journal: Uint8Array): FakeFiles {
    const files = this.files.copy()
    files.contents.set('journal-1', journal)
    return files
  }
}

export const hashesOf = ({ entries }: JournalScan): string[] => entries.map(({ hash }) => Buffer.from(hash).toString('hex'))

/** As a program would find them that knows the records' marks alone: no sealed body has all eight bytes of one. */
function startsOf(bytes: Uint8Array): number[] {
  const journal = Buffer.from(bytes)
  const starts: number[] = []
  for (let at = journal.indexOf(SYNC_MARK); at !== -1; at = journal.indexOf(SYNC_MARK, at + 1)) starts.push(at)
  return [...starts, bytes.length]
}
