import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { OpenFile, VaultFiles } from '../port'
import { COPY_BYTES, type DecodedCopy, decodeCopy, EPOCH_OFFSET, encodeCopy, type Header } from './header-codec'
import { overtaken } from './refusal'
import { authenticate, randomBytes } from './seal'

export const HEADER = 'header'

export interface HeaderReading {
  /** Valid copies, newest first; at least one. */
  copies: DecodedCopy[]
  /** The damaged copy, if one was: the next write mends it, and begins there so that a whole copy always remains. */
  damagedCopy: number | undefined
  /** The file as it was read, so that a change since can be told. */
  bytes: Uint8Array
}

/**
 * Reads both copies without a key. `undefined` when there is no vault here.
 * Throws `VAULT_DAMAGED` when no copy is whole or known; nothing is written.
 */
export async function readHeader(files: VaultFiles): Promise<HeaderReading | undefined> {
  const bytes = await files.read(HEADER)
  if (bytes === undefined) {
    if (await holdsRecords(files)) throw damaged(vaultRefusalWords.headerMissing)
    return undefined
  }
  return decodeHeader(bytes)
}

function decodeHeader(bytes: Uint8Array): HeaderReading {
  const decoded = [0, 1].map((index) => decodeCopy(bytes.subarray(index * COPY_BYTES, (index + 1) * COPY_BYTES)))
  const copies = decoded.filter((copy): copy is DecodedCopy => typeof copy !== 'string')
  copies.sort((a, b) => b.header.writes - a.header.writes)
  const bad = decoded.findIndex((copy) => typeof copy === 'string')
  if (copies.length > 0) return { copies, damagedCopy: bad === -1 ? undefined : bad, bytes }
  if (decoded.includes('unknown_format')) throw damaged(vaultRefusalWords.formatUnknown)
  throw damaged(vaultRefusalWords.headersDamaged)
}

const damaged = (message: string) => new EngineError('VAULT_DAMAGED', {}, message)

/** A folder whose header is gone but whose data is not must never be taken for an empty one. */
async function holdsRecords(files: VaultFiles): Promise<boolean> {
  const names = await files.list()
  if (names.some((name) => /^(snapshot|history)-\d+$/.test(name))) return true
  for (const name of names.filter((candidate) => /^journal-\d+$/.test(candidate))) {
    // A vault whose making was cut short leaves a journal of zeros at most.
    if ((await files.read(name))?.some((byte) => byte !== 0)) return true
  }
  return false
}

/** Not always 1: two processes that open the vault at the same moment must not come to the same epoch. */
const epochStep = () => 1 + new DataView(randomBytes(4).buffer).getUint32(0)

function epochBytes(epoch: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(epoch))
  return bytes
}

/** The two copies in one file, written one after the other so that a torn write leaves the other whole. */
export class HeaderFile {
  private ours: { epoch: number; bytes: Uint8Array } | undefined

  private constructor(
    private readonly file: OpenFile,
    private readonly key: Uint8Array,
    private current: Header,
    /** Where the next write begins: the copy that may not be whole. */
    private firstCopy: number,
  ) {}

  static async create(files: VaultFiles, key: Uint8Array, header: Header): Promise<HeaderFile> {
    const copy = encodeCopy(header, (bytes) => authenticate(key, bytes))
    const both = new Uint8Array(2 * COPY_BYTES)
    both.set(copy)
    both.set(copy, COPY_BYTES)
    await files.replace(HEADER, both)
    return new HeaderFile(await files.open(HEADER), key, header, 0)
  }

  static async open(files: VaultFiles, key: Uint8Array, header: Header, damagedCopy = 0): Promise<HeaderFile> {
    return new HeaderFile(await files.open(HEADER), key, header, damagedCopy)
  }

  /**
   * Raises the epoch, so that every other process that has this vault open is refused its writes from here on. Throws
   * `VAULT_READ_ONLY` when one has written the header since it was read: what was loaded by it would be old. `body` goes with it.
   */
  async takeOver(asRead: Uint8Array, body: Partial<Header['body']> = {}): Promise<void> {
    const now = this.file.peek(0, 2 * COPY_BYTES)
    if (Buffer.compare(now, asRead.subarray(0, 2 * COPY_BYTES)) !== 0) throw overtaken()
    await this.put({ epoch: this.current.epoch + epochStep(), body })
  }

  get header(): Header {
    return this.current
  }

  /** Throws `VAULT_READ_ONLY`, and writes nothing, when another process has opened this vault since. */
  async write(body: Partial<Header['body']>): Promise<void> {
    await this.checkEpoch()
    await this.put({ body })
  }

  private async put(change: { epoch?: number; body?: Partial<Header['body']> }): Promise<void> {
    const next: Header = {
      writes: this.current.writes + 1,
      epoch: change.epoch ?? this.current.epoch,
      body: { ...this.current.body, ...change.body },
    }
    const copy = encodeCopy(next, (bytes) => authenticate(this.key, bytes))
    for (const index of [this.firstCopy, 1 - this.firstCopy]) {
      // Should this fail, the next write begins with the copy that it may have torn: the other one is whole.
      this.firstCopy = index
      await this.file.write(index * COPY_BYTES, copy)
      await this.file.datasync()
    }
    this.current = next
  }

  /** Rejects when another process has opened this vault since: its epoch is higher than ours, or ours is gone. */
  async checkEpoch(): Promise<void> {
    // Before and after every commit, so by its bytes, which are made once.
    if (this.ours?.epoch !== this.current.epoch) this.ours = { epoch: this.current.epoch, bytes: epochBytes(this.current.epoch) }
    const { bytes } = this.ours
    const isOurs = (copy: number) => Buffer.compare(this.file.peek(copy + EPOCH_OFFSET, 8), bytes) === 0
    if (isOurs(0) && isOurs(COPY_BYTES)) return
    const { copies } = decodeHeader(this.file.peek(0, 2 * COPY_BYTES))
    const epochs = copies.map((copy) => copy.header.epoch)
    if (epochs.some((epoch) => epoch > this.current.epoch) || !epochs.includes(this.current.epoch)) throw overtaken()
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
