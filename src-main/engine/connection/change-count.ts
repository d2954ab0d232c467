/** When an answer was made: `count` is shared with the thread that made it, and was at `at`. */
export interface Moment {
  count: Int32Array
  at: number
}

/** Whether nothing was applied to the vault since, so that its answer would be the same. */
export const isStillNow = ({ count, at }: Moment): boolean => Atomics.load(count, 0) === at

/** Counts what is applied to an open vault, where other threads see it without asking. It moves before a command is acknowledged. */
export class ChangeCount {
  readonly #count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

  changed(): void {
    Atomics.add(this.#count, 0, 1)
  }

  now(): Moment {
    return { count: this.#count, at: Atomics.load(this.#count, 0) }
  }
}
