import type { OpenFile, VaultFiles } from '../port'

/** A vault's folder that is in memory alone, and gone with whoever has it. */
export class MemoryFiles implements VaultFiles {
  private readonly contents = new Map<string, Uint8Array>()

  async list(): Promise<string[]> {
    return [...this.contents.keys()]
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.contents.get(name)?.slice()
  }

  async open(name: string, options?: { create?: boolean }): Promise<OpenFile> {
    if (options?.create) this.contents.set(name, new Uint8Array())
    const part = (offset: number, length: number) => this.bytesOf(name).slice(offset, offset + length)
    return {
      peek: part,
      read: async (offset, length) => part(offset, length),
      write: async (offset, bytes) => {
        const before = this.bytesOf(name)
        const after = new Uint8Array(Math.max(before.length, offset + bytes.length))
        after.set(before)
        after.set(bytes, offset)
        this.contents.set(name, after)
      },
      datasync: async () => undefined,
      size: async () => this.bytesOf(name).length,
      close: async () => undefined,
    }
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    this.contents.set(name, bytes.slice())
  }

  async rename(from: string, to: string): Promise<void> {
    this.contents.set(to, this.bytesOf(from))
    this.contents.delete(from)
  }

  async remove(name: string): Promise<void> {
    this.contents.delete(name)
  }

  async syncFolder(): Promise<void> {}

  async scratch(): Promise<VaultFiles> {
    return new MemoryFiles()
  }

  async removeScratch(): Promise<void> {}

  private bytesOf(name: string): Uint8Array {
    const bytes = this.contents.get(name)
    if (!bytes) throw new Error(`there is no ${name}`)
    return bytes
  }
}
