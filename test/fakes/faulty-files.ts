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

  fails(fault: Fault): this {
    this.fault = fault
    return this
  }

  /** The disk is repaired, or the person made room on it. */
  mend(): void {
    this.fault = undefined
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

  private keep({ operation, name }: Step): void {
    const bytes = (file: string) => (this.contents.get(file) ?? new Uint8Array()).slice()
    if (operation === 'sync' || operation === 'replace') {
      this.synced.set(name, bytes(name))
      if (this.durable.has(name)) this.durable.set(name, bytes(name))
    }
    // A name whose file was never synced may come back empty.
    if (operation === 'syncFolder' || operation === 'replace') {
      const names = operation === 'replace' ? [...this.durable.keys(), name] : [...this.contents.keys()]
      this.durable = new Map(names.map((file) => [file, this.synced.get(file) ?? this.durable.get(file) ?? new Uint8Array()]))
    }
  }
}
