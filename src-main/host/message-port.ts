import { RPCHandler } from '@orpc/server/message-port'
import type { ApiContext } from '../engine/api/context'
import { createRouter } from '../engine/api/router'
import { wireError } from '../engine/api/wire-error'
import type { Engine } from '../engine/engine'

/** A Node or DOM MessagePort, or Electron's `MessagePortMain`. */
type Port = Parameters<RPCHandler<ApiContext>['upgrade']>[0] & { start(): void }

/**
 * Serves an engine to whoever holds the other end of `port`, as `context.actor`: a port has no token, so whoever hands it out
 * answers for its holder. Ends with the port.
 */
export function serveMessagePort(engine: Engine, port: Port, context: Omit<ApiContext, 'engine'>): void {
  const handler = new RPCHandler<ApiContext>(createRouter(), {
    // What fails before a procedure is reached, such as a message that cannot be read, is answered like any other failure.
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(wireError(error, context.logger)))],
  })
  handler.upgrade(port, { context: { ...context, engine } })
  port.start()
}
