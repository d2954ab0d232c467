import type { OpenFile, VaultFiles } from '../../src-main/engine/port'
import { type DiskErrorCode, FakeDiskError } from './disk-error'
import { FakeFile } from './fake-file'
import { FakeNames } from './fake-names'
import type { SeededRandom } from './seeded-random'

/** One change of the folder; `half` does the first half of a write, as a cut would leave it. */
export interface Step {
  operation: 'create' | 'write' | 'sync' | 'rename' | 'remove' | 'syncFolder'
  name: string
  apply(): void
  half?: () => void
  /** What is left to do of a step that fails. */
  failed?: () => void
}

/** What goes wrong at a step: it does not happen, or half of it does. `once`, or at every step from there on. */
export interface Fault {
  at: number
  half: boolean
  once: boolean
  /** `EIO` unless it says otherwise. */
  code?: DiskErrorCode
  /** Which calls are counted: those that change something, unless it says otherwise. */
  of?: 'changes' | 'reads'
}

/**
 * A vault folder in memory. Each step can fail, be cut short, or be the last one before a kill (`copy`) or a power cut
 * (`afterPowerCut`), all of it decided by numbers: the same ones, the same outcome.
 */
export class FakeFiles implements VaultFiles {
  readonly contents = new Map<string, Uint8Array>()
  private readonly names = new FakeNames(this.contents)
  syncs = 0
  /** Changes so far, and calls that only read. */
  steps = 0
  reads = 0
  /** Files that were opened and not yet closed, by name. */
  readonly opened: string[] = []
  /** Asked before each write and sync, which throws in its place. */
  failWhen: ((operation: 'write' | 'sync', name: string) => boolean) | undefined
  /** Resolves each datasync; tests replace it to hold the disk. */
  beforeSync: () => Promise<void> = async () => undefined
  /** Told after every step, and in the middle of every write. */
  afterStep: ((step: Step) => void) | undefined
  /** Awaited before every read and after every change: when the answer comes to whoever asked. Tests put several in an order of their own. */
  turn: (() => Promise<void>) | undefined
  private fault: Fault | undefined

  fails(fault: Fault): this {
    this.fault = fault
    return this
  }

  /** The disk is repaired, or the person made room on it. */
  mend(): void {
    this.fault = undefined
  }

  async list(): Promise<string[]> {
    await this.look('scandir', '.')
    return [...this.contents.keys()]
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    await this.look('read', name)
    return this.contents.get(name)?.slice()
  }

  async open(name: string, options?: { create?: boolean }): Promise<OpenFile> {
    if (options?.create) {
      if (this.contents.has(name)) throw new FakeDiskError('EEXIST', 'open', name)
      await this.change({ operation: 'create', name, apply: () => this.names.put(name, new FakeFile(new Uint8Array())) })
    } else await this.look('open', name)
    const file = this.names.get(name)
    if (!file) throw new FakeDiskError('ENOENT', 'open', name)
    return this.openedFile(name, file)
  }

  /** As a real one: a new file beside it, which then takes its name. */
  async replace(name: string, bytes: Uint8Array): Promise<void> {
    const beside = `${name}.new`
    const file = new FakeFile(new Uint8Array())
    try {
      await this.change({ operation: 'create', name: beside, apply: () => this.names.put(beside, file) })
      await this.change(this.writing(beside, file, 0, bytes))
      await this.change(this.syncing(beside, file))
      await this.rename(beside, name)
    } catch (error) {
      this.names.remove(beside)
      throw error
    }
    await this.syncFolder()
  }

  async rename(from: string, to: string): Promise<void> {
    if (!this.contents.has(from)) throw new FakeDiskError('ENOENT', 'rename', from)
    await this.change({ operation: 'rename', name: from, apply: () => this.names.rename(from, to) })
  }

  async remove(name: string): Promise<void> {
    if (this.contents.has(name)) await this.change({ operation: 'remove', name, apply: () => this.names.remove(name) })
  }

  async syncFolder(): Promise<void> {
    await this.change({ operation: 'syncFolder', name: '.', apply: () => this.names.synced() })
  }

  /** What was made and not yet taken away, by name. */
  readonly scratches = new Map<string, FakeFiles>()

  async scratch(name: string): Promise<FakeFiles> {
    const files = new FakeFiles()
    this.scratches.set(name, files)
    return files
  }

  removeScratch = async (name: string): Promise<void> => void this.scratches.delete(name)

  /** An independent copy: what another process, or a later one, would find. All of it counts as synced. */
  copy(): FakeFiles {
    return filesOf(this.contents)
  }

  /**
   * What is there after a power cut now. Of what was not synced, `random` says what is left: each write whole, some of its sectors or
   * none, each name changed or not. Without it, nothing.
   */
  afterPowerCut(random?: SeededRandom): FakeFiles {
    return filesOf(this.names.afterPowerCut(random))
  }

  flip(name: string, offset: number, bit = 0): void {
    const bytes = this.contents.get(name)
    const byte = bytes?.[offset]
    if (!bytes || byte === undefined) throw new RangeError(`${name} has no byte ${offset}`)
    bytes[offset] = byte ^ (1 << bit)
  }

  private openedFile(name: string, file: FakeFile): OpenFile {
    this.opened.push(name)
    let isOpen = true
    const bytes = () => {
      if (!isOpen) throw new FakeDiskError('EBADF', 'read', name)
      return file.bytes
    }
    const read = (offset: number, length: number) => bytes().slice(offset, offset + length)
    return {
      peek: (offset, length, into) => {
        this.count('reads', 'read', name)
        const found = read(offset, length)
        if (into === undefined || into.length < found.length) return found
        into.set(found)
        return into.subarray(0, found.length)
      },
      read: async (offset, length) => {
        bytes()
        await this.look('read', name)
        // Closed meanwhile or not: a handle is closed when what was asked of it is answered.
        return file.bytes.slice(offset, offset + length)
      },
      write: async (offset, data) => {
        bytes()
        await this.change(this.writing(name, file, offset, data))
      },
      datasync: async () => {
        bytes()
        await this.beforeSync()
        await this.change(this.syncing(name, file))
      },
      size: async () => bytes().length,
      close: async () => {
        if (!isOpen) return
        isOpen = false
        this.opened.splice(this.opened.indexOf(name), 1)
      },
    }
  }

  private writing(name: string, file: FakeFile, offset: number, data: Uint8Array): Step {
    const put = (part: Uint8Array) => {
      const isNamed = this.names.isAt(name, file)
      file.write(offset, part)
      if (isNamed) this.contents.set(name, file.bytes)
    }
    return { operation: 'write', name, apply: () => put(data), half: () => put(data.subarray(0, data.length >> 1)) }
  }

  private syncing(name: string, file: FakeFile): Step {
    const apply = () => {
      this.syncs++
      file.synced()
    }
    return { operation: 'sync', name, apply, failed: () => file.syncFailed() }
  }

  private async look(syscall: string, name: string): Promise<void> {
    if (this.turn) await this.turn()
    this.count('reads', syscall, name)
  }

  private async change(step: Step): Promise<void> {
    const { operation, name } = step
    try {
      this.count('steps', operation, name)
      if ((operation === 'write' || operation === 'sync') && this.failWhen?.(operation, name))
        throw new FakeDiskError('EIO', operation, name)
    } catch (error) {
      if (this.fault?.half) step.half?.()
      step.failed?.()
      throw error
    }
    if (step.half && this.afterStep) {
      step.half()
      this.afterStep(step)
    }
    step.apply()
    this.afterStep?.(step)
    if (this.turn) await this.turn()
  }

  private count(which: 'steps' | 'reads', syscall: string, name: string): void {
    const at = ++this[which]
    const { fault } = this
    if (!fault || (fault.of === 'reads') !== (which === 'reads')) return
    if (fault.once ? at === fault.at : at >= fault.at) throw new FakeDiskError(fault.code ?? 'EIO', syscall, name)
  }
}

/** A folder in which all of this is synced. */
function filesOf(contents: ReadonlyMap<string, Uint8Array>): FakeFiles {
  const files = new FakeFiles()
  for (const [name, bytes] of contents) files.contents.set(name, bytes.slice())
  return files
}
