import { RPCHandler } from '@orpc/server/message-port'
import { wireError } from '../engine/api/wire-error'
import type { Engine } from '../engine/engine'
import type { HostContext } from './api/host-context'
import { createDesktopRouter } from './api/routers'

/** A Node or DOM MessagePort, or Electron's `MessagePortMain`. */
type Port = Parameters<RPCHandler<HostContext>['upgrade']>[0] & { start(): void }

/**
 * Serves an engine, and the program around it, to whoever holds the other end of `port`, as `context.actor`: a port has no token, so
 * whoever hands it out answers for its holder. Ends with the port.
 */
export function serveMessagePort(engine: Engine, port: Port, context: Omit<HostContext, 'engine'>): void {
  const handler = new RPCHandler<HostContext>(createDesktopRouter(), {
    // What fails before a procedure is reached, such as a message that cannot be read, is answered like any other failure.
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(wireError(error, context.logger)))],
  })
  handler.upgrade(port, { context: { ...context, engine } })
  port.start()
}
