import type { OpenFile, VaultFiles } from '../port'
import type { HistoryPlace } from './record-directory'
import { open, seal } from './seal'
import { unwinding } from './unwind'
import type { VaultEvent } from './vault-event'

export const historyName = (segment: number): string => `history-${segment}`

/**
 * `history-<n>`: the events that compaction n took out of the journal, in one sealed block per record and compaction.
 * Each block names the record's block before it, so a page of history is read from the newest back, and unlock reads none.
 */
interface Block {
  before: HistoryPlace | null
  /** In order of sequence. */
  events: VaultEvent[]
}

export interface HistoryKeys {
  vaultId: string
  history: Uint8Array
}

const place = (vaultId: string, record: string, at: { segment: number; offset: number }) => ({
  vaultId,
  kind: 'history',
  recordId: record,
  field: `block:${at.segment}:${at.offset}`,
  version: 1,
})

const MAGIC = new TextEncoder().encode('NCHS\x00\x00\x00\x01')

export class HistoryWriter {
  private offset = MAGIC.length

  private constructor(
    private readonly file: OpenFile,
    private readonly segment: number,
    private readonly keys: HistoryKeys,
  ) {}

  static create(files: VaultFiles, segment: number, keys: HistoryKeys): Promise<HistoryWriter> {
    return unwinding(async (undo) => {
      const file = await files.open(historyName(segment), { create: true })
      undo(() => file.close())
      await file.write(0, MAGIC)
      return new HistoryWriter(file, segment, keys)
    })
  }

  async append(record: string, events: VaultEvent[], before: HistoryPlace | undefined): Promise<HistoryPlace> {
    const block: Block = { before: before ?? null, events }
    const at = { segment: this.segment, offset: this.offset }
    const bytes = new TextEncoder().encode(JSON.stringify(block))
    const sealed = seal(this.keys.history, bytes, place(this.keys.vaultId, record, at))
    await this.file.write(this.offset, sealed)
    this.offset += sealed.length
    return { ...at, length: sealed.length }
  }

  async finish(): Promise<void> {
    await this.file.datasync()
    await this.file.close()
  }

  abandon(): Promise<void> {
    return this.file.close()
  }
}

/** One block. Throws `OpenError` when it is damaged; blocks before it are then out of reach too. */
export async function readHistoryBlock(files: VaultFiles, keys: HistoryKeys, record: string, at: HistoryPlace): Promise<Block> {
  const file = await files.open(historyName(at.segment))
  try {
    const sealed = await file.read(at.offset, at.length)
    const bytes = open(keys.history, sealed, place(keys.vaultId, record, at))
    return JSON.parse(new TextDecoder().decode(bytes)) as Block
  } finally {
    await file.close()
  }
}
