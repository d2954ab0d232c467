import type { OpenFile, VaultFiles } from '../../src-main/engine/port'

/** Thrown in place of what a failing disk would. */
export class FakeDiskError extends Error {}

/** One change of the folder; `half` does the first half of a write, as a cut would leave it. */
export interface Step {
  operation: 'create' | 'write' | 'sync' | 'replace' | 'rename' | 'remove' | 'syncFolder'
  name: string
  apply(): void
  half?: () => void
  /** Which bytes a write changes. */
  range?: { from: number; to: number }
}

/**
 * A vault folder in memory. `failWhen` is asked before each write and sync, and throws in their place.
 * `FaultyFiles` fails, cuts and loses power at any step.
 */
export class FakeFiles implements VaultFiles {
  readonly contents = new Map<string, Uint8Array>()
  syncs = 0
  /** Files that were opened and not yet closed, by name. */
  readonly opened: string[] = []
  failWhen: ((operation: 'write' | 'sync', name: string) => boolean) | undefined
  /** Resolves each datasync; tests replace it to hold the disk. */
  beforeSync: () => Promise<void> = async () => undefined

  list = async (): Promise<string[]> => [...this.contents.keys()]
  read = async (name: string): Promise<Uint8Array | undefined> => this.contents.get(name)?.slice()

  async open(name: string, options?: { create?: boolean }): Promise<OpenFile> {
    if (options?.create) {
      if (this.contents.has(name)) throw new FakeDiskError(`${name} exists`)
      this.step({ operation: 'create', name, apply: () => this.contents.set(name, new Uint8Array()) })
    }
    if (!this.contents.has(name)) throw new FakeDiskError(`${name} is missing`)
    this.opened.push(name)
    let isOpen = true
    const bytes = () => {
      if (!isOpen) throw new FakeDiskError(`${name} is closed`)
      return this.contents.get(name) ?? new Uint8Array()
    }
    return {
      peek: (offset, length) => bytes().slice(offset, offset + length),
      read: async (offset, length) => bytes().slice(offset, offset + length),
      write: async (offset, data) => {
        bytes()
        const put = (part: Uint8Array) => this.contents.set(name, written(bytes(), offset, part))
        const half = () => put(data.subarray(0, data.length >> 1))
        const range = { from: offset, to: offset + data.length }
        this.step({ operation: 'write', name, apply: () => put(data), half, range })
      },
      datasync: async () => {
        bytes()
        await this.beforeSync()
        this.step({ operation: 'sync', name, apply: () => this.syncs++ })
      },
      size: async () => bytes().length,
      close: async () => {
        if (!isOpen) return
        isOpen = false
        this.opened.splice(this.opened.indexOf(name), 1)
      },
    }
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    this.step({ operation: 'replace', name, apply: () => this.contents.set(name, bytes.slice()) })
  }

  async rename(from: string, to: string): Promise<void> {
    const bytes = this.contents.get(from)
    if (!bytes) throw new FakeDiskError(`${from} is missing`)
    const apply = () => {
      this.contents.delete(from)
      this.contents.set(to, bytes)
    }
    this.step({ operation: 'rename', name: from, apply })
  }

  remove = async (name: string): Promise<void> => {
    if (this.contents.has(name)) this.step({ operation: 'remove', name, apply: () => this.contents.delete(name) })
  }

  syncFolder = async (): Promise<void> => this.step({ operation: 'syncFolder', name: '.', apply: () => undefined })

  /** What was made and not yet taken away, by name. */
  readonly scratches = new Map<string, FakeFiles>()

  async scratch(name: string): Promise<FakeFiles> {
    const files = new FakeFiles()
    this.scratches.set(name, files)
    return files
  }

  removeScratch = async (name: string): Promise<void> => void this.scratches.delete(name)

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

  protected step({ operation, name, apply }: Step): void {
    const asked = operation === 'replace' ? 'write' : operation
    if ((asked === 'write' || asked === 'sync') && this.failWhen?.(asked, name)) {
      throw new FakeDiskError(`${operation} of ${name}`)
    }
    apply()
  }
}

function written(before: Uint8Array, offset: number, data: Uint8Array): Uint8Array {
  const grown = offset + data.length > before.length ? new Uint8Array(offset + data.length) : before
  if (grown !== before) grown.set(before)
  grown.set(data, offset)
  return grown
}
