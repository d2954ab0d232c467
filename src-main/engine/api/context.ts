import type { Actor } from '../../../src-shared/domain/actor'
import type { CallContext, Engine } from '../engine'
import { EngineError } from '../error'
import type { Clock, Logger } from '../port'

/** What a host gives with every call. One engine may be served by several hosts at once. */
export interface ApiContext {
  engine: Engine
  /** Undefined only where the procedure is open to everyone. */
  actor: Actor | undefined
  /** Origin of the loopback callback, for example `http://127.0.0.1:41234`; null where a host looks it up when it is needed. */
  callbackOrigin: string | null
  clock: Pick<Clock, 'monotonic'>
  logger: Logger
  /** The raw `If-Match` header, where the transport has headers. */
  ifMatch?: string
  /** Ends this caller's event streams when it fires: the token behind them was revoked, or the host is closing. */
  until?: AbortSignal
}

/** What the use cases need of it. Rejects a call without an actor, which the access check has refused before. */
export function callContext(context: ApiContext): CallContext {
  if (context.actor === undefined) throw new EngineError('UNAUTHORIZED')
  return { actor: context.actor, callbackOrigin: context.callbackOrigin }
}
