import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads'
import type { CallContext } from '../engine/engine'
import { openSession, type Session } from '../engine/session'
import type { DeriveKey } from '../engine/vault/password-slot'
import { nodeFiles } from './node-files'
import { openSocket } from './open-socket'
import { receiveFolders } from './receive-folders'
import { RemoteAnchors } from './remote-anchors'
import { RemoteKeychain } from './remote-keychain'
import { rehearseInWorker } from './run-drill'
import { readImportInWorker } from './run-import'
import type {
  AnchorAnswer,
  DeriveWorkerData,
  FromSession,
  KeychainAnswer,
  SessionWorkerData,
  ToSession,
} from './session-messages'
import { systemClock } from './system-clock'
import { toWire } from './wire-failure'

/** The thread that holds keys and plaintext, so that ending it is what lock means. */
if (!parentPort) throw new Error('the session runs in a worker thread')
serve(parentPort, workerData as SessionWorkerData)

/** Argon2id wants a second of time, and memory that this thread would never give back. */
function deriveInWorker(): DeriveKey {
  return (password, salt, settings) =>
    new Promise((resolve, reject) => {
      const data: DeriveWorkerData = { password, salt, settings }
      const worker = new Worker(new URL('./derive-worker.js', import.meta.url), { workerData: data })
      worker.once('message', (key: Uint8Array) => {
        resolve(key)
        void worker.terminate()
      })
      worker.once('error', reject)
      // After its answer this changes nothing.
      worker.once('exit', () => reject(new Error('the password derivation ended without an answer')))
    })
}

function serve(port: MessagePort, options: SessionWorkerData): void {
  const post = (message: FromSession, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  const keychain = options.keychain ? new RemoteKeychain(post) : undefined
  const anchors = options.anchors ? new RemoteAnchors(post) : undefined
  const log =
    (level: 'info' | 'error') =>
    (message: string, facts: Record<string, unknown> = {}) =>
      post({ kind: 'log', level, message, facts })
  const ports = {
    clock: systemClock,
    fetch,
    files: nodeFiles(options.folder),
    logger: { info: log('info'), error: log('error') },
    random: Math.random,
    derive: deriveInWorker(),
    keychain,
    anchors,
    rehearse: rehearseInWorker(options.folder),
    readImport: readImportInWorker(),
    receiving: options.receiving && { ...options.receiving, openSocket, folders: receiveFolders },
    publish: (change: Extract<FromSession, { kind: 'change' }>['change']) => post({ kind: 'change', change }),
  }
  let session: Session | undefined
  const opened = (): Session => {
    if (!session) throw new Error('the session is not open')
    return session
  }
  const handle = async (message: Exclude<ToSession, KeychainAnswer | AnchorAnswer>): Promise<unknown> => {
    switch (message.kind) {
      case 'open':
        session = await openSession(ports, options, message.start)
        return undefined
      case 'call':
        return call(opened(), message.noun, message.verb, message.context, message.input)
      case 'check':
        return opened().check(message.how)
      case 'close':
        return session?.close()
    }
  }
  port.on('message', (message: ToSession) => {
    if (message.kind === 'keychain') return keychain?.heard(message)
    if (message.kind === 'anchor') return anchors?.heard(message)
    handle(message).then(
      (value) => post({ kind: 'answer', id: message.id, value }),
      (error: unknown) => post({ kind: 'failure', id: message.id, failure: toWire(error) }),
    )
  })
}

function call(session: Session, noun: string, verb: string, context: CallContext, input: unknown): Promise<unknown> {
  const nouns = session.useCases as unknown as Record<
    string,
    Record<string, (context: CallContext, input: unknown) => Promise<unknown>>
  >
  const method = nouns[noun]?.[verb]
  if (!method) throw new TypeError(`no use case ${noun}.${verb}`)
  return method(context, input)
}
