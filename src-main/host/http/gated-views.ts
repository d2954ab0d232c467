import { z } from 'zod'
import { ConnectionView } from '../../../src-shared/contract/connection'
import { refuseCredentials } from '../../engine/api/output-gate'
import type { Engine } from '../../engine/engine'

/** Some thousands of connections. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Connections as they may leave, by the JSON that the engine gave. What the output gate and the output schema say of a text depends
 * on nothing else, so each text is looked at once. Forgotten with the lock.
 */
export class GatedViews {
  readonly #known = new Map<string, Buffer>()
  #bytes = 0
  #watched = false

  /** The output schema of one: takes the text, and gives the bytes to send. */
  readonly schema = z.string().transform((text, context) => {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const value: unknown = JSON.parse(text)
    refuseCredentials(value)
    const view = ConnectionView.safeParse(value)
    if (view.success) return this.#keep(text, Buffer.from(JSON.stringify(view.data)))
    for (const { code: _, ...issue } of view.error.issues) context.addIssue({ ...issue, code: 'custom' })
    return z.NEVER
  })

  /** Throws `VAULT_LOCKED`. */
  forgetWithLock(engine: Engine): void {
    if (this.#watched) return
    engine.subscribe({ change: () => {}, locked: () => this.#forget() })
    this.#watched = true
  }

  #keep(text: string, bytes: Buffer): Buffer {
    this.#known.set(text, bytes)
    this.#bytes += bytes.length
    for (const [oldest, { length }] of this.#known) {
      if (this.#bytes <= MOST_BYTES) break
      this.#known.delete(oldest)
      this.#bytes -= length
    }
    return bytes
  }

  #forget(): void {
    this.#watched = false
    this.#known.clear()
    this.#bytes = 0
  }
}
