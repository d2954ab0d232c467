import type { PassportOptions } from '../../../src-demo/platform'
import type { CallContext } from '../../../src-main/engine/engine'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'

export const passportType = 'neurocadUserIdentityApi'

/** The actor with their Neurocad id known, as in the demo. */
export const known = (context: CallContext): CallContext => ({
  ...context,
  actor: { ...context.actor, neurocadSubject: context.actor.subject },
})

export interface PassportEngine extends TestEngine {
  /** Adds a Passport to the end: by the first button, or the one that contains `button`. */
  add(context?: CallContext, button?: string): Promise<AuthorizationView>
  reconnect(id: ConnectionId, context?: CallContext, button?: string): Promise<AuthorizationView>
  get(id: ConnectionId): Promise<ConnectionView>
  /** What a request to the platform would carry. */
  identityOf(id: ConnectionId): Promise<string | undefined>
}

export async function startPassportEngine(options?: PassportOptions): Promise<PassportEngine> {
  const running = await startEngine(options)
  const { useCases } = running.engine
  const finish = async (authorizationUrl: string, button?: string) =>
    follow(running.engine, await approve(authorizationUrl, button), passportType)
  return Object.assign(running, {
    add: async (context: CallContext = ada, button?: string) =>
      finish((await useCases.authorization.add(context, { type: passportType })).authorizationUrl, button),
    reconnect: async (id: ConnectionId, context: CallContext = ada, button?: string) =>
      finish((await useCases.authorization.reconnect(context, { id })).authorizationUrl, button),
    get: (id: ConnectionId) => useCases.connection.get(ada, { id }),
    identityOf: async (id: ConnectionId) => (await running.resolve(ada.actor, id)).headers.authorization,
  })
}

export function idOf({ connectionId, status }: AuthorizationView): ConnectionId {
  if (!connectionId) throw new Error(`no connection in ${status}`)
  return connectionId
}
