import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { PageBridge, PortRequest } from '../../src-shared/bridge/page-bridge'
import { openInBrowser } from './address'
import type { Host } from './host'

/** In Electron: a MessagePort to the engine, brokered by the preload and the shell. */
export function desktopHost(bridge: PageBridge): Host {
  let current: ClientLink<ClientContext> | undefined
  const link: ClientLink<ClientContext> = {
    call(path, input, options) {
      current ??= openPort(bridge, (closed) => {
        // A call on a closed port would hang for ever, so the next call brokers a new one.
        if (current === closed) current = undefined
      })
      return current.call(path, input, options)
    },
  }
  bridge.onEngineExit(() => {
    current = undefined
  })
  return { kind: 'desktop', link, session: null, openPage: openInBrowser }
}

function openPort(bridge: PageBridge, onClose: (link: ClientLink<ClientContext>) => void): ClientLink<ClientContext> {
  const { port1, port2 } = new MessageChannel()
  const link: ClientLink<ClientContext> = new RPCLink({ port: port1 })
  port1.addEventListener('close', () => onClose(link))
  port1.start()
  window.postMessage({ kind: 'connect', nonce: bridge.nonce } satisfies PortRequest, location.origin, [port2])
  return link
}
