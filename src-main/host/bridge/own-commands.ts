import type { Actor } from '../../../src-shared/domain/actor'
import type { CallContext, Engine } from '../../engine/engine'
import type { Clock } from '../../engine/port'
import { engineWith, withUseCases } from '../engine-with'

/** A change may be told a little after the answer that shows it: they travel apart. */
const LINGER_MS = 2000

/** Remembers which connections their owner has just asked something of: what is found out then is shown where it was asked. */
export class OwnCommands {
  /** Until when each connection counts as touched, by monotonic time. */
  readonly #until = new Map<string, number>()

  constructor(
    private readonly owner: Pick<Actor, 'subject'>,
    private readonly clock: Pick<Clock, 'monotonic'>,
  ) {}

  touched(id: string): boolean {
    return (this.#until.get(id) ?? Number.NEGATIVE_INFINITY) >= this.clock.monotonic()
  }

  /** The same engine, whose commands that may find a connection broken are noted while they last. */
  watching(engine: Engine): Engine {
    const noted =
      <Input extends { id: string }, Output>(method: (context: CallContext, input: Input) => Promise<Output>) =>
      async (context: CallContext, input: Input): Promise<Output> => {
        if (context.actor.subject !== this.owner.subject) return method(context, input)
        const end = this.#begin(input.id)
        try {
          return await method(context, input)
        } finally {
          end()
        }
      }
    const useCases = withUseCases(engine, {
      connection: {
        test: noted((context, input) => engine.useCases.connection.test(context, input)),
        diagnose: noted((context, input) => engine.useCases.connection.diagnose(context, input)),
      },
    })
    return engineWith(engine, { useCases })
  }

  #begin(id: string): () => void {
    this.#until.set(id, Number.POSITIVE_INFINITY)
    return () => {
      const now = this.clock.monotonic()
      for (const [other, end] of this.#until) if (end < now) this.#until.delete(other)
      this.#until.set(id, now + LINGER_MS)
    }
  }
}
