import { Worker } from 'node:worker_threads'
import type { RunningSession } from '../engine'
import type { Change, UseCases } from '../engine/engine'
import { EngineError } from '../engine/error'
import type { AnchorStore, Keychain, Logger } from '../engine/port'
import type { SessionStart } from '../engine/session'
import { answerAnchors } from './answer-anchors'
import { answerKeychain } from './answer-keychain'
import type { FromSession, SessionWorkerData, ToSession } from './session-messages'
import { fromWire } from './wire-failure'

type Unsent<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never

/**
 * What a session makes lives for one call or for good. V8 would let the nursery of such a thread grow to 48 MiB, most of which would be
 * garbage that nobody has collected yet.
 */
const YOUNG_MIB = 3

/** A session in a worker thread. Closing it ends the thread: its memory, with keys and plaintext, goes back to the system. */
export async function startSessionWorker(
  script: URL,
  data: Omit<SessionWorkerData, 'keychain' | 'anchors'>,
  start: SessionStart,
  publish: (change: Change) => void,
  { logger, keychain, anchors }: { logger: Logger; keychain?: Keychain; anchors?: AnchorStore },
): Promise<RunningSession> {
  const worker = new Worker(script, {
    workerData: { ...data, keychain: keychain !== undefined, anchors: anchors !== undefined },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  })
  let hasExited = false
  let isOpen = false
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let nextId = 1
  const rejectAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (message: FromSession) => {
    if (message.kind === 'change') return publish(message.change)
    if (message.kind === 'log') return logger[message.level](message.message, message.facts)
    if (message.kind === 'keychain') {
      if (keychain) void answerKeychain(keychain, message, (answer, transfer) => worker.postMessage(answer, transfer))
      return
    }
    if (message.kind === 'anchor') {
      if (anchors) void answerAnchors(anchors, message, (answer) => worker.postMessage(answer))
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') call?.resolve(message.value)
    else call?.reject(fromWire(message.failure))
  })
  worker.on('error', (error) => {
    // Frames only: a message may quote what it failed on.
    const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
    logger.error('the vault session ended with an error', { name: error.name, frames })
  })
  const died = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      hasExited = true
      // One that ends while it opens did not lock: something went wrong, and the log has it.
      rejectAll(isOpen ? new EngineError('VAULT_LOCKED') : new Error('the vault session ended while it opened'))
      resolve()
    })
  })
  const send = (message: Unsent<ToSession>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // Nobody would ever answer.
      if (hasExited) throw new EngineError('VAULT_LOCKED')
      const id = nextId++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...message, id })
    })
  const end = async () => {
    await worker.terminate()
    await died
  }
  try {
    await send({ kind: 'open', start })
    isOpen = true
  } catch (error) {
    await end()
    throw error
  }
  return {
    died,
    useCases: remoteUseCases((noun, verb, context, input) => send({ kind: 'call', noun, verb, context, input })),
    check: async (how) => {
      await send({ kind: 'check', how })
    },
    close: async () => {
      try {
        await send({ kind: 'close' })
      } finally {
        await end()
      }
    },
  }
}

type Call = (
  noun: string,
  verb: string,
  context: Parameters<UseCases['connection']['get']>[0],
  input: unknown,
) => Promise<unknown>

/** The use cases by name. The session on the other side is typed by the same interface; nothing but calls crosses. */
function remoteUseCases(call: Call): UseCases {
  const noun = (name: string) =>
    new Proxy(
      {},
      { get: (_, verb: string) => (context: Parameters<Call>[2], input: unknown) => call(name, verb, context, input) },
    )
  return new Proxy({}, { get: (_, name: string) => noun(name) }) as UseCases
}
