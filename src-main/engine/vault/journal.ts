import type { OpenFile, VaultFiles } from '../port'
import { overtaken } from './refusal'
import { unwinding } from './unwind'

const CHUNK_BYTES = 1024 * 1024

/** How far beyond what was there a record shows that was appended meanwhile: it begins right after it. */
const LOOK_BYTES = 4096

export const journalName = (generation: number): string => `journal-${generation}`

/** A journal as a scan left it. */
export interface ReadJournal {
  generation: number
  /** Where the next record goes. */
  end: number
  /** The remains of an unfinished record go from `end` to here. */
  tornTo: number | undefined
  /** What was after `end`, torn or preallocated. */
  rest: Uint8Array
}

/**
 * The file that commits are appended to. It is longer than what is in it (zeros), so that an append within it changes no
 * metadata and one fdatasync is one write to the disk.
 */
export class Journal {
  private constructor(
    readonly generation: number,
    private readonly file: OpenFile,
    private end: number,
    private allocated: number,
  ) {}

  static create(files: VaultFiles, generation: number): Promise<Journal> {
    return unwinding(async (undo) => {
      const file = await files.open(journalName(generation), { create: true })
      undo(() => files.remove(journalName(generation)))
      undo(() => file.close())
      await file.write(0, new Uint8Array(CHUNK_BYTES))
      await file.datasync()
      await files.syncFolder()
      return new Journal(generation, file, 0, CHUNK_BYTES)
    })
  }

  /**
   * Opens for appending at the end of what was read. The remains of a torn record become zeros first.
   * Throws `VAULT_READ_ONLY` when somebody has written there since: it may have been acknowledged, and is not ours to overwrite.
   */
  static open(files: VaultFiles, { generation, end, tornTo, rest }: ReadJournal): Promise<Journal> {
    return unwinding(async (undo) => {
      const file = await files.open(journalName(generation))
      undo(() => file.close())
      const size = await file.size()
      const looked = Math.min(rest.length, (tornTo ?? end) - end + LOOK_BYTES)
      const isAsRead = size === end + rest.length && Buffer.compare(file.peek(end, looked), rest.subarray(0, looked)) === 0
      if (!isAsRead) throw overtaken()
      if (tornTo !== undefined && tornTo > end) {
        await file.write(end, new Uint8Array(tornTo - end))
        await file.datasync()
      }
      return new Journal(generation, file, end, size)
    })
  }

  get bytes(): number {
    return this.end
  }

  /** Resolves when `records` are durable: one write, one fdatasync. */
  async append(records: Uint8Array): Promise<void> {
    if (this.end + records.length > this.allocated) await this.allocate(this.end + records.length)
    await this.file.write(this.end, records)
    await this.file.datasync()
    this.end += records.length
  }

  private async allocate(needed: number): Promise<void> {
    const size = Math.ceil(needed / CHUNK_BYTES) * CHUNK_BYTES
    await this.file.write(this.allocated, new Uint8Array(size - this.allocated))
    this.allocated = size
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
