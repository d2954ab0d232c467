import type { ClientContext, ClientLink } from '@orpc/client'
import type { PageBridge } from '../../src-shared/bridge/page-bridge'
import { openInBrowser } from './address'
import { type EnginePort, openEnginePort } from './engine-port'
import type { Host } from './host'
import { isOwnPath } from './own-path'

/**
 * In Electron: a MessagePort to the engine, brokered by the preload and the shell. Its end is seen by the port itself or heard from
 * the shell, whichever comes first: the preload says nothing to a page that has asked for its next port already.
 */
export function desktopHost(bridge: PageBridge): Host {
  const listeners = new Set<() => void>()
  let current: EnginePort | undefined
  const link: ClientLink<ClientContext> = {
    call(path, input, options) {
      current ??= openEnginePort(bridge.nonce, (closed) => {
        if (current !== closed) return
        // A call on a closed port would hang for ever, so the next call brokers a new one.
        current = undefined
        for (const listener of listeners) listener()
      })
      return current.link.call(path, input, options)
    },
  }
  bridge.onEngineExit(() => current?.end())
  return {
    kind: 'desktop',
    link,
    session: null,
    openPage: openInBrowser,
    onEngineEnd: (listener) => void listeners.add(listener),
    onOpen: (listener) =>
      bridge.onOpen((path) => {
        if (isOwnPath(path)) listener(path)
      }),
  }
}
