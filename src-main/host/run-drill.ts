import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DRILL_FOLDER, type Rehearse } from '../engine/upkeep/restore-drill'
import type { DrillAnswer, DrillWorkerData } from './session-messages'
import { fromWire } from './wire-failure'

/** Opens the copy that is in a vault's folder, beside the engine: neither its thread nor its memory is used for it. */
export const rehearseInWorker =
  (folder: string): Rehearse =>
  ({ password, demo }, signal) =>
    new Promise((resolve, reject) => {
      const data: DrillWorkerData = { folder: join(folder, DRILL_FOLDER), password, demo }
      const worker = new Worker(new URL('./drill-worker.js', import.meta.url), { workerData: data })
      const end = () => void worker.terminate()
      signal.addEventListener('abort', end, { once: true })
      let settle = () => reject(signal.aborted ? signal.reason : new Error('the restore drill ended without an answer'))
      worker.once('message', ({ rehearsal, failure }: DrillAnswer) => {
        settle = () => (rehearsal ? resolve(rehearsal) : reject(failure && fromWire(failure)))
        end()
      })
      worker.once('error', reject)
      // Nothing is said before the thread is gone: until then it may have a file of the copy open.
      worker.once('exit', () => {
        signal.removeEventListener('abort', end)
        settle()
      })
    })
