import { randomBytes } from 'node:crypto'
import type { ChangeEvent } from '../../../src-shared/contract/event'

/** Enough for a page that reconnects after a pause; one that missed more loads anew. */
const CAPACITY = 512

/**
 * The last changes that one viewer may see, in order. A position is a number of events since the log began; as an id it carries
 * the log's own random epoch, so that an id of another run, lock or viewer is recognised as not ours instead of resumed from.
 */
export class EventLog {
  readonly #epoch = randomBytes(16).toString('hex')
  readonly #entries: ChangeEvent[] = []
  readonly #listeners = new Set<() => void>()
  #first = 0
  #ended = false

  constructor(private readonly capacity: number = CAPACITY) {}

  get end(): number {
    return this.#first + this.#entries.length
  }

  get ended(): boolean {
    return this.#ended
  }

  append(event: ChangeEvent): void {
    this.#entries.push(event)
    if (this.#entries.length > this.capacity) {
      this.#entries.shift()
      this.#first += 1
    }
    this.#notify()
  }

  /** Nothing follows: the vault was locked or the host is closing. What was not read yet is not handed out any more. */
  finish(): void {
    this.#ended = true
    this.#entries.length = 0
    this.#notify()
  }

  /** The event at a position; undefined when there is none yet, or `missed` when it was overwritten. */
  at(position: number): ChangeEvent | 'missed' | undefined {
    return position < this.#first ? 'missed' : this.#entries[position - this.#first]
  }

  idOf(position: number): string {
    return `${this.#epoch}-${position}`
  }

  /** The position an id stands for, or undefined when events since then are gone or the id is not of this log. */
  positionOf(id: string): number | undefined {
    const [epoch, digits = ''] = id.split('-')
    if (epoch !== this.#epoch || !/^\d{1,15}$/.test(digits)) return undefined
    const position = Number(digits)
    return position >= this.#first && position <= this.end ? position : undefined
  }

  /** Calls back on every append and at the end. Returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
