import type { OpenFile, VaultFiles } from '../../src-main/engine/port'

/** Thrown in place of what a failing disk would. */
class FakeDiskError extends Error {}

/**
 * A vault folder in memory. What was written but not synced is kept apart, so that a power cut can drop it.
 * `failWhen` is asked before each write and sync, and throws in their place.
 */
export class FakeFiles implements VaultFiles {
  readonly contents = new Map<string, Uint8Array>()
  syncs = 0
  failWhen: ((operation: 'write' | 'sync', name: string) => boolean) | undefined
  /** Resolves each datasync; tests replace it to hold the disk. */
  beforeSync: () => Promise<void> = async () => undefined

  list = async (): Promise<string[]> => [...this.contents.keys()]
  read = async (name: string): Promise<Uint8Array | undefined> => this.contents.get(name)?.slice()

  async open(name: string, options?: { create?: boolean }): Promise<OpenFile> {
    if (options?.create) {
      if (this.contents.has(name)) throw new FakeDiskError(`${name} exists`)
      this.contents.set(name, new Uint8Array())
    }
    if (!this.contents.has(name)) throw new FakeDiskError(`${name} is missing`)
    const bytes = () => this.contents.get(name) ?? new Uint8Array()
    return {
      peek: (offset, length) => bytes().slice(offset, offset + length),
      read: async (offset, length) => bytes().slice(offset, offset + length),
      write: async (offset, data) => {
        this.check('write', name)
        const before = bytes()
        const grown = offset + data.length > before.length ? new Uint8Array(offset + data.length) : before
        if (grown !== before) grown.set(before)
        grown.set(data, offset)
        this.contents.set(name, grown)
      },
      datasync: async () => {
        await this.beforeSync()
        this.check('sync', name)
        this.syncs++
      },
      size: async () => bytes().length,
      close: async () => undefined,
    }
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    this.check('write', name)
    this.contents.set(name, bytes.slice())
  }

  async rename(from: string, to: string): Promise<void> {
    const bytes = this.contents.get(from)
    if (!bytes) throw new FakeDiskError(`${from} is missing`)
    this.contents.delete(from)
    this.contents.set(to, bytes)
  }

  remove = async (name: string): Promise<void> => void this.contents.delete(name)
  syncFolder = async (): Promise<void> => undefined

  /** An independent copy: what another process, or a later one, would find. */
  copy(): FakeFiles {
    const copy = new FakeFiles()
    for (const [name, bytes] of this.contents) copy.contents.set(name, bytes.slice())
    return copy
  }

  flip(name: string, offset: number, bit = 0): void {
    const bytes = this.contents.get(name)
    const byte = bytes?.[offset]
    if (!bytes || byte === undefined) throw new RangeError(`${name} has no byte ${offset}`)
    bytes[offset] = byte ^ (1 << bit)
  }

  private check(operation: 'write' | 'sync', name: string): void {
    if (this.failWhen?.(operation, name)) throw new FakeDiskError(`${operation} of ${name}`)
  }
}
