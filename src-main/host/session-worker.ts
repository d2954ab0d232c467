import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { CallContext, Change } from '../engine/engine'
import { openSession, type Session } from '../engine/session'
import { warmUp } from '../engine/standby/warm-up'
import { KeyDerivation } from './key-derivation'
import { loadFetch } from './load-fetch'
import { nodeFiles } from './node-files'
import { openSocket } from './open-socket'
import { receiveFolders } from './receive-folders'
import { RemoteAnchors } from './remote-anchors'
import { RemoteKeychain } from './remote-keychain'
import { rehearseInWorker } from './run-drill'
import { readImportInWorker } from './run-import'
import type { AnchorAnswer, FromSession, KeychainAnswer, SessionWorkerData, ToSession } from './session-messages'
import { systemClock } from './system-clock'
import { UntoldChanges } from './untold-changes'
import { toWire } from './wire-failure'

/**
 * The thread that holds keys and plaintext, so that ending it is what lock means. Until it is told to open a vault it holds nothing of
 * any: it may stand by for as long as the vault is locked.
 */
if (!parentPort) throw new Error('the session runs in a worker thread')
serve(parentPort, workerData as SessionWorkerData)

function serve(port: MessagePort, options: SessionWorkerData): void {
  const derivation = new KeyDerivation()
  derivation.standBy()
  const post = (message: FromSession, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  const changes = new UntoldChanges((untold) => post({ kind: 'changes', changes: untold }))
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
    derive: derivation.derive,
    keychain,
    anchors,
    rehearse: rehearseInWorker(options.folder),
    readImport: readImportInWorker(),
    publish: (change: Change) => changes.add(change),
  }
  let session: Session | undefined
  const opened = (): Session => {
    if (!session) throw new Error('the session is not open')
    return session
  }
  const open = async ({ start, receiving, endpoints, firstApps }: Extract<ToSession, { kind: 'open' }>): Promise<Session> => {
    try {
      return await openSession(
        { ...ports, receiving: receiving && { ...receiving, openSocket, folders: receiveFolders } },
        { ...options, endpoints, firstApps },
        start,
      )
    } finally {
      // Not every way in needs a derivation.
      derivation.end()
    }
  }
  const handle = async (message: Exclude<ToSession, KeychainAnswer | AnchorAnswer>): Promise<unknown> => {
    switch (message.kind) {
      case 'open':
        session = await open(message)
        return undefined
      case 'call':
        return call(opened(), message.noun, message.verb, message.context, message.input)
      case 'check':
        return opened().check(message.how)
      case 'close':
        return session?.close()
    }
  }
  Promise.all([warmUp(systemClock), loadFetch()]).catch((error: unknown) => {
    // Whatever is wrong with the program shows where a vault is opened.
    ports.logger.error('the opening of a vault could not be prepared', { name: error instanceof Error ? error.name : 'unknown' })
  })
  port.on('message', (message: ToSession) => {
    if (message.kind === 'keychain') return keychain?.heard(message)
    if (message.kind === 'anchor') return anchors?.heard(message)
    handle(message).then(
      (value) => post({ kind: 'answer', id: message.id, value, changes: changes.take() }),
      (error: unknown) => post({ kind: 'failure', id: message.id, failure: toWire(error), changes: changes.take() }),
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
