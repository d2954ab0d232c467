import { parentPort } from 'node:worker_threads'
import { deriveFromPassword, sealReady } from '../engine/vault/seal'
import type { DeriveMessage } from './session-messages'

/** A thread that derives one key from a password, hands it over, and is ended with all its memory. It may wait long for the password. */
await sealReady()
parentPort?.once('message', ({ password, salt, settings }: DeriveMessage) => {
  const key = deriveFromPassword(password, salt, settings)
  parentPort?.postMessage(key, [key.buffer as ArrayBuffer])
})
