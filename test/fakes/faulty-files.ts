import { FakeDiskError, FakeFiles, type Step } from './files'

/** What goes wrong at a step: it does not happen, or half of it does. `once`, or at every step from there on. */
export interface Fault {
  at: number
  half: boolean
  once: boolean
}

/** A folder whose steps are counted, so that each can fail, be cut, or be the last one before a kill or a power cut. */
export class FaultyFiles extends FakeFiles {
  steps = 0
  /** Told after every step, and in the middle of every write. */
  afterStep: (step: Step) => void = () => undefined
  private fault: Fault | undefined
  /** What a power cut leaves: synced bytes, under the names that were synced with the folder. */
  private readonly synced = new Map<string, Uint8Array>()
  private durable = new Map<string, Uint8Array>()
  /** Written since it was last synced, by name: a journal is long, and little of it changes between two syncs. */
  private readonly unsynced = new Map<string, { from: number; to: number }>()

  fails(fault: Fault): this {
    this.fault = fault
    return this
  }

  /** The disk is repaired, or the person made room on it. */
  mend(): void {
    this.fault = undefined
  }

  /** Begins with what is there, all of it synced. */
  adopt(files: FakeFiles): void {
    for (const [name, bytes] of files.contents) {
      this.contents.set(name, bytes.slice())
      const synced = bytes.slice()
      this.synced.set(name, synced)
      this.durable.set(name, synced)
    }
  }

  /** What is there after a power cut now: nothing of what was not synced. */
  afterPowerCut(): FakeFiles {
    const files = new FakeFiles()
    for (const [name, bytes] of this.durable) files.contents.set(name, bytes.slice())
    return files
  }

  protected override step(step: Step): void {
    this.steps++
    const { fault } = this
    if (fault && (fault.once ? this.steps === fault.at : this.steps >= fault.at)) {
      if (fault.half) step.half?.()
      throw new FakeDiskError(`${step.operation} of ${step.name}`)
    }
    if (step.half) {
      step.half()
      this.afterStep(step)
    }
    super.step(step)
    this.keep(step)
    this.afterStep(step)
  }

  private keep({ operation, name, range }: Step): void {
    // Another file under this name is none of what was synced.
    if (operation === 'create' || operation === 'rename' || operation === 'remove' || operation === 'replace') {
      this.synced.delete(name)
      this.unsynced.delete(name)
    }
    if (range) {
      const before = this.unsynced.get(name) ?? range
      this.unsynced.set(name, { from: Math.min(before.from, range.from), to: Math.max(before.to, range.to) })
    }
    if (operation === 'sync' || operation === 'replace') {
      const synced = this.nowSynced(name)
      this.synced.set(name, synced)
      this.unsynced.delete(name)
      if (this.durable.has(name)) this.durable.set(name, synced)
    }
    // A name whose file was never synced may come back empty.
    if (operation === 'syncFolder' || operation === 'replace') {
      const names = operation === 'replace' ? [...this.durable.keys(), name] : [...this.contents.keys()]
      this.durable = new Map(names.map((file) => [file, this.synced.get(file) ?? this.durable.get(file) ?? new Uint8Array()]))
    }
  }

  /** The bytes of a file, of which only what was written since is copied. */
  private nowSynced(name: string): Uint8Array {
    const bytes = this.contents.get(name) ?? new Uint8Array()
    const before = this.synced.get(name)
    if (before?.length !== bytes.length) return bytes.slice()
    const { from, to } = this.unsynced.get(name) ?? { from: 0, to: 0 }
    before.set(bytes.subarray(from, to), from)
    return before
  }
}
