import type { CallContext, Engine } from '../engine/engine'

/** The same engine, in which the callback's address is looked up when an authorization starts, and not before. */
export function withCallbackAt(engine: Engine, origin: () => Promise<string>): Engine {
  const { directory, connection, providerApp, ingress, operator, callback, authorization } = engine.useCases
  const reachable =
    <Input, Output>(method: (context: CallContext, input: Input) => Promise<Output>) =>
    async (context: CallContext, input: Input): Promise<Output> =>
      method({ ...context, callbackOrigin: await origin() }, input)
  return {
    state: () => engine.state(),
    create: (password) => engine.create(password),
    unlock: (password) => engine.unlock(password),
    lock: () => engine.lock(),
    subscribe: (listener) => engine.subscribe(listener),
    close: () => engine.close(),
    useCases: {
      directory,
      connection,
      providerApp,
      ingress,
      operator,
      callback,
      authorization: {
        add: reachable(authorization.add),
        reconnect: reachable(authorization.reconnect),
        get: authorization.get,
        resolve: authorization.resolve,
        paste: authorization.paste,
      },
    },
  }
}
