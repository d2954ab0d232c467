import { parentPort, workerData } from 'node:worker_threads'
import { rehearse } from '../engine/upkeep/rehearsal'
import { deriveFromPassword } from '../engine/vault/seal'
import { nodeFiles } from './node-files'
import type { DrillAnswer, DrillWorkerData } from './session-messages'
import { systemClock } from './system-clock'
import { toWire } from './wire-failure'

/** A thread that opens the copy of a vault, reads all of it, and is ended with all its memory. */
const { folder, password, demo } = workerData as DrillWorkerData
const post = (answer: DrillAnswer) => parentPort?.postMessage(answer)

rehearse(
  {
    files: nodeFiles(folder),
    clock: systemClock,
    derive: async (text, salt, settings) => deriveFromPassword(text, salt, settings),
  },
  { password, demo },
).then(
  (rehearsal) => post({ rehearsal }),
  (error: unknown) => post({ failure: toWire(error) }),
)
