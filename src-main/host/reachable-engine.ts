import type { CallContext, Engine } from '../engine/engine'
import type { Reach } from './callback/reach'
import { engineWith, withUseCases } from './engine-with'

/** The same engine, in which the ways back are looked up when a provider is about to be asked, and not before. */
export function reachableEngine(engine: Engine, reach: () => Promise<Reach>): Engine {
  const reachable =
    <Input, Output>(method: (context: CallContext, input: Input) => Promise<Output>) =>
    async (context: CallContext, input: Input): Promise<Output> =>
      method({ ...context, ...(await reach()) }, input)
  const useCases = withUseCases(engine, {
    authorization: {
      add: reachable((context, input) => engine.useCases.authorization.add(context, input)),
      reconnect: reachable((context, input) => engine.useCases.authorization.reconnect(context, input)),
    },
    providerApp: {
      startManifest: reachable((context, input) => engine.useCases.providerApp.startManifest(context, input)),
    },
  })
  return engineWith(engine, { useCases })
}
