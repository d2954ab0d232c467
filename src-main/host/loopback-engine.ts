import type { CallContext, Engine } from '../engine/engine'

/** The same engine, in which the callback's address is looked up when a provider is about to be asked, and not before. */
export function withCallbackAt(engine: Engine, origin: () => Promise<string>): Engine {
  const { directory, connection, providerApp, ingress, operator, callback, manifest, authorization, keySlot, settings, upkeep } =
    engine.useCases
  const reachable =
    <Input, Output>(method: (context: CallContext, input: Input) => Promise<Output>) =>
    async (context: CallContext, input: Input): Promise<Output> =>
      method({ ...context, callbackOrigin: await origin() }, input)
  return {
    state: () => engine.state(),
    create: (password) => engine.create(password),
    unlock: (how) => engine.unlock(how),
    waysIn: () => engine.waysIn(),
    lock: () => engine.lock(),
    subscribe: (listener) => engine.subscribe(listener),
    close: () => engine.close(),
    useCases: {
      directory,
      connection,
      providerApp: {
        get: providerApp.get,
        set: providerApp.set,
        remove: providerApp.remove,
        startManifest: reachable(providerApp.startManifest),
      },
      ingress,
      operator,
      callback,
      manifest,
      keySlot,
      settings,
      upkeep,
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
