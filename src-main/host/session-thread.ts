import { Worker } from 'node:worker_threads'
import type { RunningSession } from '../engine'
import type { Change, UseCases } from '../engine/engine'
import { EngineError } from '../engine/error'
import type { AnchorStore, Keychain, Logger } from '../engine/port'
import type { SessionStart } from '../engine/session'
import { answerAnchors } from './answer-anchors'
import { answerKeychain } from './answer-keychain'
import type { FromSession, SessionGiven, SessionWorkerData, ToSession } from './session-messages'
import { fromWire } from './wire-failure'

type Unsent<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never

/**
 * What a session makes lives for one call or for good. V8 would let the nursery of such a thread grow to 48 MiB, most of which would be
 * garbage that nobody has collected yet.
 */
const YOUNG_MIB = 3

interface HostPorts {
  logger: Logger
  keychain?: Keychain
  anchors?: AnchorStore
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * A worker thread for one session, which may be made long before that is opened. Closing the session ends the thread: its memory, with
 * keys and plaintext, goes back to the system.
 */
export class SessionThread {
  private readonly worker: Worker
  private readonly died: Promise<void>
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1
  private hasExited = false
  private isOpen = false
  private publish: (change: Change) => void = () => undefined

  constructor(
    script: URL,
    data: Omit<SessionWorkerData, 'keychain' | 'anchors'>,
    private readonly ports: HostPorts,
  ) {
    const { logger, keychain, anchors } = ports
    this.worker = new Worker(script, {
      workerData: { ...data, keychain: keychain !== undefined, anchors: anchors !== undefined },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    })
    // One that only stands by holds up nobody's end.
    this.worker.unref()
    this.worker.on('message', (message: FromSession) => this.hear(message))
    this.worker.on('error', (error) => {
      // Frames only: a message may quote what it failed on.
      const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
      logger.error('the vault session ended with an error', { name: error.name, frames })
    })
    this.died = new Promise<void>((resolve) => {
      this.worker.once('exit', () => {
        this.hasExited = true
        // One that ends while it opens did not lock: something went wrong, and the log has it.
        const failure = this.isOpen ? new EngineError('VAULT_LOCKED') : new Error('the vault session ended while it opened')
        for (const { reject } of this.waiting.values()) reject(failure)
        this.waiting.clear()
        resolve()
      })
    })
  }

  /** False once it has ended, for whatever reason. */
  get isAlive(): boolean {
    return !this.hasExited
  }

  /** Opens the one session that it is there for. The thread is ended where that fails. */
  async open(start: SessionStart, given: SessionGiven, publish: (change: Change) => void): Promise<RunningSession> {
    this.publish = publish
    this.worker.ref()
    try {
      await this.send({ kind: 'open', start, ...given })
      this.isOpen = true
    } catch (error) {
      await this.end()
      throw error
    }
    return {
      died: this.died,
      useCases: remoteUseCases((noun, verb, context, input) => this.send({ kind: 'call', noun, verb, context, input })),
      check: async (how) => {
        await this.send({ kind: 'check', how })
      },
      close: async () => {
        try {
          await this.send({ kind: 'close' })
        } finally {
          await this.end()
        }
      },
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate()
    await this.died
  }

  private send(message: Unsent<ToSession>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // Nobody would ever answer.
      if (this.hasExited) throw new EngineError('VAULT_LOCKED')
      const id = this.nextId++
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ ...message, id })
    })
  }

  private hear(message: FromSession): void {
    const { logger, keychain, anchors } = this.ports
    const post = (answer: ToSession, transfer: ArrayBuffer[] = []) => this.worker.postMessage(answer, transfer)
    switch (message.kind) {
      case 'changes':
        this.publishAll(message.changes)
        break
      case 'log':
        logger[message.level](message.message, message.facts)
        break
      case 'keychain':
        if (keychain) void answerKeychain(keychain, message, post)
        break
      case 'anchor':
        if (anchors) void answerAnchors(anchors, message, post)
        break
      default:
        this.answered(message)
    }
  }

  private publishAll(changes: readonly Change[]): void {
    for (const change of changes) this.publish(change)
  }

  private answered(message: Extract<FromSession, { kind: 'answer' | 'failure' }>): void {
    // Whoever is answered finds that everybody has been told.
    this.publishAll(message.changes)
    const call = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.kind === 'answer') call?.resolve(message.value)
    else call?.reject(fromWire(message.failure))
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
