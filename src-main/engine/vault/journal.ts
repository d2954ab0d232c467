import type { OpenFile, VaultFiles } from '../port'

const CHUNK_BYTES = 1024 * 1024

export const journalName = (generation: number): string => `journal-${generation}`

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

  static async create(files: VaultFiles, generation: number): Promise<Journal> {
    const file = await files.open(journalName(generation), { create: true })
    await file.write(0, new Uint8Array(CHUNK_BYTES))
    await file.datasync()
    await files.syncFolder()
    return new Journal(generation, file, 0, CHUNK_BYTES)
  }

  /** Opens for appending at `end`. The remains of a torn record up to `tornTo` become zeros first. */
  static async open(files: VaultFiles, generation: number, end: number, tornTo: number | undefined): Promise<Journal> {
    const file = await files.open(journalName(generation))
    if (tornTo !== undefined && tornTo > end) {
      await file.write(end, new Uint8Array(tornTo - end))
      await file.datasync()
    }
    return new Journal(generation, file, end, await file.size())
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
