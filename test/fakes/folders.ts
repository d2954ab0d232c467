import { FolderFailure, type PartFile, type ReceiveFolder, type ReceiveFolders } from '../../src-main/engine/port'

/** One change of a folder. */
export type FolderStep = 'part' | 'write' | 'datasync' | 'place' | 'remove' | 'sync'

/** Folders of received files in memory, by absolute path. */
export class FakeFolders implements ReceiveFolders {
  readonly byPath = new Map<string, FakeFolder>()
  /** Bytes that fit into all of them together. */
  capacity = Number.POSITIVE_INFINITY
  /** Paths that cannot be used. */
  readonly unusable = new Set<string>()
  afterStep: (step: FolderStep) => void = () => undefined
  /** Told after that. */
  onChange: () => void = () => undefined

  make = async (path: string): Promise<FakeFolder> => {
    await this.find(path)
    const folder = this.byPath.get(path) ?? new FakeFolder(path, this)
    this.byPath.set(path, folder)
    return folder
  }

  find = async (path: string): Promise<FakeFolder | undefined> => {
    if (this.unusable.has(path)) throw new FolderFailure('unusable')
    return this.byPath.get(path)
  }

  /** What is in a folder, by name. */
  contents(path: string): Map<string, Uint8Array> {
    return this.byPath.get(path)?.contents ?? new Map()
  }

  get used(): number {
    const all = [...this.byPath.values()].flatMap(({ contents }) => [...contents.values()])
    return all.reduce((sum, { length }) => sum + length, 0)
  }

  stepped(step: FolderStep): void {
    this.afterStep(step)
    this.onChange()
  }

  /** An independent copy: what another process would find. */
  copy(): FakeFolders {
    const copy = new FakeFolders()
    copy.capacity = this.capacity
    for (const [path, { contents }] of this.byPath) {
      const folder = new FakeFolder(path, copy)
      for (const [name, bytes] of contents) folder.contents.set(name, bytes.slice())
      copy.byPath.set(path, folder)
    }
    return copy
  }
}

class FakeFolder implements ReceiveFolder {
  readonly contents = new Map<string, Uint8Array>()

  constructor(
    readonly path: string,
    private readonly disk: FakeFolders,
  ) {}

  room = async (): Promise<number> => Math.max(0, this.disk.capacity - this.disk.used)

  async part(name: string): Promise<PartFile> {
    if (!this.contents.has(name)) this.contents.set(name, new Uint8Array())
    this.disk.stepped('part')
    const bytes = () => this.contents.get(name) ?? new Uint8Array()
    return {
      read: async (offset, length) => bytes().slice(offset, offset + length),
      write: async (offset, data) => {
        if (this.disk.used + data.length > this.disk.capacity) throw new FolderFailure('full')
        const grown = new Uint8Array(Math.max(bytes().length, offset + data.length))
        grown.set(bytes())
        grown.set(data, offset)
        this.contents.set(name, grown)
        this.disk.stepped('write')
      },
      datasync: async () => this.disk.stepped('datasync'),
      size: async () => bytes().length,
      close: async () => undefined,
    }
  }

  isFree = async (name: string): Promise<boolean> => !this.contents.has(name)

  async place(part: string, name: string): Promise<boolean> {
    if (this.contents.has(name)) return false
    const bytes = this.contents.get(part)
    if (bytes === undefined) throw new FolderFailure('unusable')
    this.contents.set(name, bytes)
    // A link, and then the other name goes.
    this.disk.stepped('place')
    this.contents.delete(part)
    this.disk.stepped('place')
    return true
  }

  async open(name: string) {
    const bytes = this.contents.get(name)
    if (bytes === undefined) return undefined
    return {
      read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
      size: async () => bytes.length,
      close: async () => undefined,
    }
  }

  async remove(name: string): Promise<void> {
    if (this.contents.delete(name)) this.disk.stepped('remove')
  }

  sync = async (): Promise<void> => this.disk.stepped('sync')
}
