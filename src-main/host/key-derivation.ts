import { Worker } from 'node:worker_threads'
import type { DeriveKey } from '../engine/vault/password-slot'
import type { DeriveMessage } from './session-messages'

/**
 * Argon2id in threads of its own: it wants a second of time, and memory that this thread would never give back. Each derives one key
 * and is ended; one may be made before it is asked for.
 */
export class KeyDerivation {
  private ready: Worker | undefined

  /** Makes a thread that waits for a password. */
  standBy(): void {
    const worker = newWorker()
    this.ready = worker
    // One that fails while it waits is not missed: another is made when a key is asked for.
    const forget = () => {
      if (this.ready === worker) this.ready = undefined
    }
    worker.once('error', forget).once('exit', forget)
  }

  /** Ends the one that waits. */
  end(): void {
    void this.take()?.terminate()
  }

  readonly derive: DeriveKey = (password, salt, settings) =>
    new Promise((resolve, reject) => {
      const worker = this.take() ?? newWorker()
      worker.once('message', (key: Uint8Array) => {
        resolve(key)
        void worker.terminate()
      })
      worker.once('error', reject)
      // After its answer this changes nothing.
      worker.once('exit', () => reject(new Error('the password derivation ended without an answer')))
      worker.postMessage({ password, salt, settings } satisfies DeriveMessage)
    })

  private take(): Worker | undefined {
    const worker = this.ready
    this.ready = undefined
    return worker
  }
}

const newWorker = () => new Worker(new URL('./derive-worker.js', import.meta.url))
