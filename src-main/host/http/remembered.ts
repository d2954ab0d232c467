import { isStillNow, type Moment } from '../../engine/connection/change-count'

/** Values by key, as many as fit; the oldest go first. */
export class Remembered<Value extends { length: number; moment?: Moment | undefined }> {
  readonly #values = new Map<string, Value>()
  #length = 0

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    return this.#values.get(key)
  }

  /** One that still holds. */
  current(key: string): Value | undefined {
    const value = this.#values.get(key)
    return value?.moment && isStillNow(value.moment) ? value : undefined
  }

  keep(key: string, value: Value): void {
    this.#drop(key)
    this.#values.set(key, value)
    this.#length += value.length
    for (const oldest of this.#values.keys()) {
      if (this.#length <= this.most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#length -= this.#values.get(key)?.length ?? 0
    this.#values.delete(key)
  }
}
