import { parentPort, workerData } from 'node:worker_threads'
import { type ReadAnswer, readFile } from '../engine/import/read/read-file'
import type { ImportAnswer, ImportWorkerData } from './session-messages'
import { toWire } from './wire-failure'

/** A thread that reads one file to import, hands over what is in it, and is ended with all its memory. */
const { bytes, key } = workerData as ImportWorkerData
const post = (answer: ImportAnswer) => parentPort?.postMessage(answer)
/** Few enough that receiving them takes a millisecond or two. */
const PART = 250

readFile(bytes, key).then(handOver, (error: unknown) => post({ kind: 'failure', failure: toWire(error) }))

function handOver({ format, file }: ReadAnswer): void {
  const { entries = [], table, notes = [] } = file ?? {}
  const head = file && { entries: [], notes, ...(table ? { table: { ...table, rows: [] } } : {}) }
  let at = 0
  parentPort?.on('message', () => {
    const from = at
    at += PART
    if (table) post({ kind: 'rows', items: table.rows.slice(from, at), done: at >= table.rows.length })
    else post({ kind: 'entries', items: entries.slice(from, at), done: at >= entries.length })
  })
  post({ kind: 'head', answer: head ? { format, file: head } : { format } })
}
