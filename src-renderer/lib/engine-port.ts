import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { PortRequest } from '../../src-shared/bridge/page-bridge'

/** One port to one engine. */
export interface EnginePort {
  link: ClientLink<ClientContext>
  /** What the port's own `close` does, for when the engine's end is heard of elsewhere first. */
  end(): void
}

/** @param onEnd called once, before the calls under way fail, so that none of those who then ask again asks this port */
export function openEnginePort(nonce: string, onEnd: (port: EnginePort) => void): EnginePort {
  const { port1, port2 } = new MessageChannel()
  // Registered before the link's own listener, which makes the calls fail.
  port1.addEventListener('close', () => onEnd(port), { once: true })
  const port: EnginePort = {
    link: new RPCLink({ port: port1 }),
    end() {
      port1.dispatchEvent(new Event('close'))
      port1.close()
    },
  }
  port1.start()
  window.postMessage({ kind: 'connect', nonce } satisfies PortRequest, location.origin, [port2])
  return port
}
