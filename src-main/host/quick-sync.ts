import { fdatasyncSync } from 'node:fs'

/** What more was written is a batch, or a file, and takes the disk a while. */
const FEW_BYTES = 4096
/** Handing a sync to another thread and hearing of its end takes about as long as a quick disk takes for it. */
const QUICK_MS = 2
/** After one that was slower: so many beside this thread before the next is tried in it, and twice as many each time that was slow again. */
const PATIENCE = { first: 4, most: 128 }
/** One that waits in this thread lets nothing else run, and neither does the next that follows at once: a quarter of a frame of them. */
const TURN_MS = 4

interface Syncable {
  fd: number
  datasync(): Promise<void>
}

/** Syncs the data of files: in this thread where it is a few bytes on a disk that has been quick, and else beside it. */
export class QuickSync {
  /** Left to do beside this thread, because the disk was slow lately. */
  private distrusted = 0
  /** How many that will be once it is slow again: something else may have kept it busy for a moment. */
  private patience = PATIENCE.first
  /** When the first of this turn of the event loop began; undefined when there was none. */
  private turnBegan: number | undefined

  constructor(
    private readonly monotonic: () => number,
    private readonly here: (fd: number) => void = fdatasyncSync,
  ) {}

  async datasync(file: Syncable, bytes: number): Promise<void> {
    const began = this.monotonic()
    const isLongTurn = this.turnBegan !== undefined && began - this.turnBegan >= TURN_MS
    if (bytes > FEW_BYTES || this.distrusted > 0 || isLongTurn) {
      if (this.distrusted > 0) this.distrusted--
      return file.datasync()
    }
    if (this.turnBegan === undefined) {
      this.turnBegan = began
      setImmediate(() => {
        this.turnBegan = undefined
      })
    }
    this.here(file.fd)
    if (this.monotonic() - began <= QUICK_MS) {
      this.patience = PATIENCE.first
      return
    }
    this.distrusted = this.patience
    this.patience = Math.min(this.patience * 2, PATIENCE.most)
  }
}
