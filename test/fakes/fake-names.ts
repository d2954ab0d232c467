import { FakeFile } from './fake-file'
import type { SeededRandom } from './seeded-random'

type Names = Map<string, FakeFile>

/**
 * The names of a folder's files, as they are and as they would be after a power cut: until the folder is synced, any of the names
 * made, changed or taken away since may be so on the disk, or not yet.
 */
export class FakeNames {
  private readonly now: Names = new Map()
  private durable: Names = new Map()
  private unsynced: ((names: Names) => void)[] = []

  /** @param contents what is seen of the folder; what a test puts there itself counts as synced */
  constructor(private readonly contents: Map<string, Uint8Array>) {}

  get(name: string): FakeFile | undefined {
    const bytes = this.contents.get(name)
    const known = this.now.get(name)
    if (bytes === undefined) {
      if (known) for (const names of [this.now, this.durable]) names.delete(name)
      return undefined
    }
    if (known?.bytes === bytes) return known
    const adopted = new FakeFile(bytes)
    for (const names of [this.now, this.durable]) names.set(name, adopted)
    return adopted
  }

  /** Under which name a file is now; undefined for one that was taken away, which stays there for whoever has it open. */
  isAt(name: string, file: FakeFile): boolean {
    return this.get(name) === file
  }

  put(name: string, file: FakeFile): void {
    this.change((names) => names.set(name, file))
    this.contents.set(name, file.bytes)
  }

  rename(from: string, to: string): void {
    const file = this.get(from)
    if (!file) return
    this.get(to)
    this.change((names) => {
      names.delete(from)
      names.set(to, file)
    })
    this.contents.delete(from)
    this.contents.set(to, file.bytes)
  }

  remove(name: string): void {
    this.get(name)
    this.change((names) => names.delete(name))
    this.contents.delete(name)
  }

  synced(): void {
    for (const name of [...this.now.keys(), ...this.contents.keys()]) this.get(name)
    this.durable = new Map(this.now)
    this.unsynced = []
  }

  /** What a power cut leaves. Without `random`, nothing that was not synced. */
  afterPowerCut(random: SeededRandom | undefined): Map<string, Uint8Array> {
    for (const name of [...this.now.keys(), ...this.contents.keys()]) this.get(name)
    const left: Names = new Map(this.durable)
    for (const change of this.unsynced) if (random?.chance(0.5)) change(left)
    return new Map([...left].map(([name, file]) => [name, file.afterPowerCut(random)]))
  }

  private change(change: (names: Names) => void): void {
    change(this.now)
    this.unsynced.push(change)
  }
}
