import {
  type ShellInput,
  type ShellOutput,
  type ShellRequestName,
  shellRequests,
  type ToEngine,
  type ToShell,
} from '../../../src-shared/bridge/engine-message'
import { hostWords } from '../../../src-shared/words/en/host'
import type { Clock } from '../../engine/port'
import { ShellFailure } from './shell-failure'

/** Milliseconds that the shell may take. What asks a person waits for them: a dialog, or the keychain's own question. */
const patience: Record<ShellRequestName, number> = {
  'keychain.status': 5_000,
  'keychain.wrap': 120_000,
  'keychain.unwrap': 120_000,
  // A lock waits for it.
  'anchor.read': 5_000,
  'anchor.write': 3_000,
  'folder.open': 10_000,
  'file.show': 10_000,
  'file.open': 10_000,
  'folder.choose': 60 * 60_000,
  'scheme.status': 2_000,
  'update.check': 60_000,
  'update.install': 60_000,
  'shell.facts': 5_000,
}

type Answer = Extract<ToEngine, { kind: 'answer' | 'refusal' }>

interface Waiting {
  name: ShellRequestName
  resolve(output: unknown): void
  reject(failure: ShellFailure): void
}

/** The engine's end of the bridge: asks the shell, and tells it things. What it answers is checked against what it was asked. */
export class ShellLink {
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1

  constructor(
    private readonly post: (message: ToShell) => void,
    private readonly clock: Pick<Clock, 'after'>,
  ) {}

  tell(message: Exclude<ToShell, { kind: 'ask' }>): void {
    this.post(message)
  }

  /** Rejects with `ShellFailure`. */
  ask<Name extends ShellRequestName>(name: Name, input: ShellInput<Name>): Promise<ShellOutput<Name>> {
    const id = this.#nextId++
    const answered = new Promise<unknown>((resolve, reject) => {
      const giveUp = this.clock.after(patience[name], () => {
        this.#waiting.delete(id)
        reject(new ShellFailure('silent', hostWords.silent))
      })
      this.#waiting.set(id, {
        name,
        resolve: (output) => {
          giveUp()
          resolve(output)
        },
        reject: (failure) => {
          giveUp()
          reject(failure)
        },
      })
    })
    this.post({ kind: 'ask', id, name, input })
    return answered.then((output) => checked(name, output))
  }

  /** An answer or a refusal. One that nobody waits for, because it came too late, changes nothing. */
  hear(message: Answer): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.output)
    else waiting?.reject(new ShellFailure('refused', message.message))
  }

  /** Nobody will answer any more. */
  end(): void {
    for (const { reject } of this.#waiting.values()) reject(new ShellFailure('ended', hostWords.ending))
    this.#waiting.clear()
  }
}

function checked<Name extends ShellRequestName>(name: Name, output: unknown): ShellOutput<Name> {
  const parsed = shellRequests[name].output.safeParse(output)
  if (!parsed.success) throw new ShellFailure('malformed', hostWords.malformed)
  return parsed.data as ShellOutput<Name>
}
