import { parentPort, workerData } from 'node:worker_threads'
import { deriveFromPassword, sealReady } from '../engine/vault/seal'
import type { DeriveWorkerData } from './session-messages'

/** A thread that derives one key from a password, hands it over, and is ended with all its memory. */
const { password, salt, settings } = workerData as DeriveWorkerData
await sealReady()
const key = deriveFromPassword(password, salt, settings)
parentPort?.postMessage(key, [key.buffer as ArrayBuffer])
