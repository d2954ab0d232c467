import { EngineError } from '../error'
import type { Clock } from '../port'
import { TURN_MS, Turns } from './turns'

/** Commands that go to the disk together, where preparing them takes no longer than a turn. */
const MOST_TOGETHER = 64

/** One change: what it may collide with, and the decision, taken on the newest durable state. */
export interface QueuedCommand {
  /** Records and other names this command reads or writes. Two commands that share one are never in the same batch. */
  touches: readonly string[]
  /** Runs when its turn comes. May throw: the command is refused and nothing is written. */
  prepare(): PreparedCommand
}

export interface PreparedCommand {
  /** After the batch is durable: applies it and answers its caller. */
  finish(): void
}

export interface BatchWriter {
  /** Resolves when everything prepared since the last call is durable. */
  write(): Promise<void>
  /** Forgets what was prepared since the last call. */
  discard(): void
}

interface Waiting {
  command: QueuedCommand | undefined
  /** Runs alone, between batches. */
  alone?: () => Promise<void>
  reject(error: unknown): void
}

/**
 * One writer. Commands that wait while the disk is busy go to it together: one write and one fdatasync for all of them.
 * After a failed write nothing more is written until the vault is reopened, for what the disk holds is then unknown.
 */
export class CommitQueue {
  private waiting: Waiting[] = []
  private active = false
  private running: Promise<void> = Promise.resolve()
  private broken: EngineError | undefined
  private ended: EngineError | undefined

  constructor(
    private readonly writer: BatchWriter,
    private readonly clock: Pick<Clock, 'monotonic'>,
  ) {}

  add(command: QueuedCommand, reject: (error: unknown) => void): void {
    if (this.ended) {
      reject(this.ended)
      return
    }
    this.waiting.push({ command, reject })
    this.start()
  }

  /** Runs `work` when no batch is under way and none begins meanwhile. Refused like a command once a write has failed. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.ended) return Promise.reject(this.ended)
    return new Promise((resolve, reject) => {
      const alone = async () => {
        if (this.broken) throw this.broken
        resolve(await work())
      }
      this.waiting.push({ command: undefined, alone, reject })
      this.start()
    })
  }

  /** Refuses all further commands with this error. */
  breakWith(error: EngineError): void {
    this.broken ??= error
  }

  /** Refuses every command that comes from now on; resolves when those that came before are answered. */
  async end(error: EngineError): Promise<void> {
    this.ended ??= error
    while (this.active) await this.running
  }

  private start(): void {
    if (this.active) return
    this.active = true
    this.running = this.run()
  }

  private async run(): Promise<void> {
    // A turn of the event loop lets everything that was sent at once be in the first batch.
    await Promise.resolve()
    while (this.waiting.length > 0) {
      const first = this.waiting[0]
      if (first?.alone) {
        this.waiting.shift()
        await first.alone().catch(first.reject)
      } else {
        await this.runBatch()
      }
    }
    // In the same turn as the check above: a command that comes later starts the loop anew.
    this.active = false
  }

  private async runBatch(): Promise<void> {
    const batch = this.takeBatch()
    if (batch.length === 0) return
    try {
      await this.writer.write()
    } catch (error) {
      this.writer.discard()
      const refusal = error instanceof EngineError ? error : new EngineError('VAULT_READ_ONLY')
      this.breakWith(refusal)
      for (const { waiting } of batch) waiting.reject(refusal)
      return
    }
    const turns = new Turns(this.clock)
    for (const { prepared } of batch) {
      prepared.finish()
      // Not at every one: what they were asked for together goes on together.
      if (turns.isOver) await turns.pause()
    }
  }

  private takeBatch() {
    const touched = new Set<string>()
    const batch: { waiting: Waiting; prepared: PreparedCommand }[] = []
    const since = this.clock.monotonic()
    const isShort = () => batch.length < MOST_TOGETHER && this.clock.monotonic() - since < TURN_MS
    while (this.waiting.length > 0 && isShort()) {
      const next = this.waiting[0]
      if (!next?.command || next.command.touches.some((name) => touched.has(name))) break
      this.waiting.shift()
      try {
        if (this.broken) throw this.broken
        batch.push({ waiting: next, prepared: next.command.prepare() })
        for (const name of next.command.touches) touched.add(name)
      } catch (error) {
        next.reject(error)
      }
    }
    return batch
  }
}
