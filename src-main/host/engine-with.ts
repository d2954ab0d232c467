import type { Engine, UseCases } from '../engine/engine'

/** The same engine with parts of its own in place of some. What an engine can do is handed on here and nowhere else. */
export function engineWith(engine: Engine, changes: Partial<Engine>): Engine {
  return {
    state: () => engine.state(),
    get useCases() {
      return engine.useCases
    },
    create: (password) => engine.create(password),
    unlock: (how) => engine.unlock(how),
    standBy: () => engine.standBy(),
    waysIn: () => engine.waysIn(),
    lock: () => engine.lock(),
    subscribe: (listener) => engine.subscribe(listener),
    close: () => engine.close(),
    ...changes,
  }
}

type Changes = { [Noun in keyof UseCases]?: Partial<UseCases[Noun]> }

/**
 * The same use cases with others in place of some. Looked up at each call, because use cases come and go with the session, and
 * exist on this side by name alone.
 */
export function withUseCases(engine: Pick<Engine, 'useCases'>, changes: Changes): UseCases {
  const noun = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, verb: string) =>
          Reflect.get(Reflect.get(changes, name) ?? {}, verb) ?? Reflect.get(Reflect.get(engine.useCases, name), verb),
      },
    )
  return new Proxy({}, { get: (_, name: string) => noun(name) }) as UseCases
}
