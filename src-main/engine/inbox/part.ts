import { createHash } from 'node:crypto'
import { FolderFailure, type PartFile, type ReceiveFolder } from '../port'

/** Read at once of a part that an earlier process left. */
const BLOCK = 1024 * 1024

/** What a delivery's file is called while it arrives. */
export const partName = (deliveryId: string): string => `.${deliveryId}.part`

/** A file as far as it has arrived, hashed along the way so that it is read once. */
export class Part {
  private constructor(
    private readonly file: PartFile,
    private readonly hash: ReturnType<typeof createHash>,
    private bytes: number,
    /** What an earlier process wrote may be lost to a power cut in between: a wrong hash is then not the sender's fault. */
    readonly isInherited: boolean,
  ) {}

  /** Opens it with what is there of it; `signal` ends the reading. More than `most` bytes are not a beginning of it: it starts anew. */
  static async open(folder: ReceiveFolder, name: string, most: number, signal: AbortSignal): Promise<Part> {
    const file = await folder.part(name)
    try {
      const size = await file.size()
      if (size > most) {
        await file.close()
        await folder.remove(name)
        return await Part.open(folder, name, most, signal)
      }
      return new Part(file, await hashing(file, size, signal), size, size > 0)
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
  }

  /** Bytes. */
  get size(): number {
    return this.bytes
  }

  async append(chunk: Uint8Array): Promise<void> {
    await this.file.write(this.bytes, chunk)
    this.hash.update(chunk)
    this.bytes += chunk.length
  }

  /** Of the whole, in lower-case hex, once what was written survives a power cut. Nothing is appended afterwards. */
  async finish(): Promise<string> {
    await this.file.datasync()
    return this.hash.digest('hex')
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

/** SHA-256 of a file that is there, in lower-case hex; undefined where it is not as long as `size`. */
export async function hashOf(
  file: Pick<PartFile, 'read' | 'size'>,
  size: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return (await file.size()) === size ? (await hashing(file, size, signal)).digest('hex') : undefined
}

async function hashing(file: Pick<PartFile, 'read'>, size: number, signal?: AbortSignal) {
  const hash = createHash('sha256')
  for (let offset = 0; offset < size; ) {
    signal?.throwIfAborted()
    const block = await file.read(offset, Math.min(BLOCK, size - offset))
    // Somebody else makes it shorter at this very moment.
    if (block.length === 0) throw new FolderFailure('unusable')
    hash.update(block)
    offset += block.length
  }
  return hash
}
