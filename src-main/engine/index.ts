import type { VaultState, WaysIn } from '../../src-shared/contract/vault'
import type { Change, Engine, UseCases } from './engine'
import { EngineError } from './error'
import type { HostedSession, SessionStart } from './session'

/** A session as its host runs it: in a worker that ends with the lock, or, in tests, in this thread. */
export interface RunningSession extends HostedSession {
  /** Resolves when it ended by itself, which it never should. */
  readonly died: Promise<void>
}

export interface EngineParts {
  /** Whether there is a vault. Asked once; creating one changes the answer. */
  vaultExists: boolean
  /** How the vault can be opened besides by its password; asked locked or not. */
  waysIn(): Promise<WaysIn>
  startSession(start: SessionStart, publish: (change: Change) => void): Promise<RunningSession>
  /** What makes the next session start sooner; none where there is nothing to be prepared. */
  standing?: { prepare(): void; end(): Promise<void> }
}

type Listener = Parameters<Engine['subscribe']>[0]

/** The engine: a vault that can be locked, around a session that holds everything secret. */
export function createEngine(parts: EngineParts): Engine {
  let exists = parts.vaultExists
  let session: RunningSession | undefined
  let standsBy = false
  let turn: Promise<unknown> = Promise.resolve()
  const listeners = new Set<Listener>()

  const publish = (change: Change) => {
    for (const listener of listeners) listener.change(change)
  }
  const prepare = () => {
    if (standsBy && !session) parts.standing?.prepare()
  }
  const ended = () => {
    session = undefined
    const leaving = [...listeners]
    listeners.clear()
    for (const listener of leaving) listener.locked()
  }
  /** Creating, unlocking and locking go one after the other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined) // the caller has the failure; the next turn must not
    return result
  }
  const start = async (how: SessionStart) => {
    let started: RunningSession | undefined
    // No change follows a lock: what a session says while it ends is not the next one's.
    const publishWhileOpen = (change: Change) => {
      if (started && session === started) publish(change)
    }
    try {
      started = await parts.startSession(how, publishWhileOpen)
    } catch (error) {
      // One that could not be made whole, and not be taken back either, is there to be unlocked.
      if (error instanceof EngineError && error.code === 'VAULT_EXISTS') exists = true
      prepare()
      throw error
    }
    exists = true
    session = started
    void started.died.then(() => {
      if (session !== started) return
      ended()
      prepare()
    })
  }

  const state = (): VaultState => (session ? 'unlocked' : exists ? 'locked' : 'absent')
  return {
    state,
    useCases: lockable(() => session?.useCases),
    create: (password) =>
      inTurn(async () => {
        if (exists) throw new EngineError('VAULT_EXISTS')
        await start({ create: true, password })
      }),
    unlock: (how) =>
      inTurn(async () => {
        if (!exists) throw new EngineError('VAULT_ABSENT')
        if (session) await session.check(how)
        else await start({ create: false, ...how })
      }),
    waysIn: async () => (exists ? parts.waysIn() : { recovery: false, device: 'none' }),
    // In its turn: what opens meanwhile has all that it needs.
    standBy: () =>
      inTurn(async () => {
        standsBy = true
        prepare()
      }),
    lock: () => inTurn(() => lock()),
    subscribe: (listener) => {
      if (!session) throw new EngineError('VAULT_LOCKED')
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      inTurn(async () => {
        standsBy = false
        try {
          await lock()
        } finally {
          await parts.standing?.end()
        }
      }),
  }

  async function lock(): Promise<void> {
    const ending = session
    if (!ending) return
    ended()
    try {
      await ending.close()
    } finally {
      prepare()
    }
  }
}

/** The use cases, looked up at each call: a locked vault answers `VAULT_LOCKED`. */
function lockable(current: () => UseCases | undefined): UseCases {
  const noun = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, verb: string) => async (context: unknown, input: unknown) => {
          const useCases = current() as Record<string, Record<string, (context: unknown, input: unknown) => unknown>> | undefined
          const method = useCases?.[name]?.[verb]
          if (!useCases) throw new EngineError('VAULT_LOCKED')
          if (!method) throw new TypeError(`no use case ${name}.${verb}`)
          return method(context, input)
        },
      },
    )
  return new Proxy({}, { get: (_, name: string) => noun(name) }) as UseCases
}
