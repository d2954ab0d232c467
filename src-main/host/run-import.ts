import { Worker } from 'node:worker_threads'
import { importFileWords as words } from '../../src-shared/words/en/import-file'
import type { ParsedEntry } from '../engine/import/parsed-file'
import type { ReadAnswer } from '../engine/import/read/read-file'
import { unreadable } from '../engine/import/read/source'
import type { ReadImport } from '../engine/import/use-cases'
import type { ImportAnswer, ImportWorkerData } from './session-messages'
import { fromWire } from './wire-failure'

const MIB = 1024 * 1024

/** What one file may take. Deriving a key may want 1 GiB, and what a small file unpacks to shows only when it is there. */
export const importBounds = { milliseconds: 120_000, bytes: 1536 * MIB, heapMib: 768, lookEveryMs: 50 }

/** Reads a file beside the engine: neither its thread nor its memory is used for it. Ended when it takes too long or too much. */
export const readImportInWorker =
  (bounds = importBounds, script = new URL('./import-worker.js', import.meta.url)): ReadImport =>
  (bytes, key, signal) =>
    new Promise((resolve, reject) => {
      const data: ImportWorkerData = { bytes, key }
      const worker = new Worker(script, {
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: bounds.heapMib },
      })
      const parts = new Parts()
      let settle = () => reject(new Error('the import ended without an answer'))
      const end = (how: () => void) => {
        settle = how
        void worker.terminate()
      }
      const abort = () => end(() => reject(signal.reason))
      const before = process.memoryUsage.rss()
      const took = setTimeout(() => end(() => reject(unreadable(words.tookTooLong))), bounds.milliseconds)
      const look = setInterval(() => {
        if (process.memoryUsage.rss() - before > bounds.bytes) end(() => reject(unreadable(words.tookTooMuch)))
      }, bounds.lookEveryMs)
      signal.addEventListener('abort', abort, { once: true })
      if (signal.aborted) abort()
      worker.on('message', (message: ImportAnswer) => {
        if (message.kind === 'failure') return end(() => reject(fromWire(message.failure)))
        if (parts.take(message)) return end(() => resolve(parts.answer))
        worker.postMessage('next')
      })
      worker.once('error', (error: NodeJS.ErrnoException) => {
        settle = () => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable(words.tookTooMuch) : error)
      })
      // Nothing is said before the thread, and what it read, is gone.
      worker.once('exit', () => {
        clearTimeout(took)
        clearInterval(look)
        signal.removeEventListener('abort', abort)
        settle()
      })
    })

/** Puts together what arrives in parts. */
class Parts {
  private head: ReadAnswer | undefined
  private readonly entries: ParsedEntry[] = []
  private readonly rows: (readonly string[])[] = []

  /** Whether that was the last of it. */
  take(message: Exclude<ImportAnswer, { kind: 'failure' }>): boolean {
    if (message.kind === 'head') {
      this.head = message.answer
      return this.head.file === undefined
    }
    if (message.kind === 'rows') this.rows.push(...message.items)
    else this.entries.push(...message.items)
    return message.done
  }

  get answer(): ReadAnswer {
    if (this.head === undefined) throw new Error('an import was answered before it was read')
    const { format, file } = this.head
    if (file === undefined) return { format }
    const { table } = file
    return { format, file: { ...file, entries: this.entries, ...(table ? { table: { ...table, rows: this.rows } } : {}) } }
  }
}
