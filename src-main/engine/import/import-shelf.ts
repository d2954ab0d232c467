import type { ImportId } from '../../../src-shared/domain/identifiers'
import { importLastsMs } from '../../../src-shared/domain/import-limits'
import { importWords as words } from '../../../src-shared/words/en/import'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import type { Clock } from '../port'
import type { OpenImport } from './open-import'

/** A file on its way. Of the three, one is there at a time: the bytes of what is still sealed, what is open, what was committed. */
export interface HeldImport {
  id: ImportId
  subject: string
  format: OpenImport['format']
  sealed?: Uint8Array
  open?: OpenImport
  committed?: { ids: string[]; open: Pick<OpenImport, 'defaults' | 'counts' | 'notes'> }
  /** Milliseconds since the epoch, for people; it ends by the monotonic clock. */
  expiresAt: number
  /** One thing after the other. */
  turn: Promise<unknown>
}

/** Files at once: one per window, and one that was forgotten. */
const MOST = 3

/** Holds files that are being imported until they are done with, forgotten or locked away. */
export class ImportShelf {
  private readonly held = new Map<string, HeldImport & { callOff(): void }>()

  constructor(private readonly clock: Clock) {}

  add(subject: string, what: Pick<HeldImport, 'format' | 'sealed' | 'open'>): HeldImport {
    const id = `import_${newUlid(this.clock.now())}` as ImportId
    const held = { ...what, id, subject, expiresAt: 0, turn: Promise.resolve(), callOff: () => undefined }
    this.held.set(id, held)
    this.touch(held)
    for (const [oldest] of [...this.held].slice(0, -MOST)) this.remove(oldest)
    return held
  }

  /**
   * Does something with one, alone, and keeps it for a while longer. Throws `NOT_FOUND` where it is over, or somebody else's: then it
   * does not exist.
   */
  async use<T>(subject: string, id: string, work: (held: HeldImport) => Promise<T>): Promise<T> {
    const held = this.find(subject, id)
    const result = held.turn.then(() => {
      this.touch(this.find(subject, id))
      return work(held)
    })
    held.turn = result.catch(() => undefined) // the caller has the failure; the next turn must not
    return result
  }

  /** Whether there was one. */
  discard(subject: string, id: string): boolean {
    if (this.held.get(id)?.subject !== subject) return false
    this.remove(id)
    return true
  }

  close(): void {
    for (const id of [...this.held.keys()]) this.remove(id)
  }

  private find(subject: string, id: string) {
    const held = this.held.get(id)
    if (held?.subject !== subject) throw new EngineError('NOT_FOUND', {}, words.over)
    return held
  }

  private touch(held: HeldImport & { callOff(): void }): void {
    held.callOff()
    held.expiresAt = this.clock.now() + importLastsMs
    held.callOff = this.clock.after(importLastsMs, () => this.remove(held.id))
  }

  private remove(id: string): void {
    const held = this.held.get(id)
    if (held === undefined) return
    held.callOff()
    held.sealed?.fill(0)
    this.held.delete(id)
  }
}
