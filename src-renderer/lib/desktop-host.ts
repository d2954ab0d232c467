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
  let asked = 0
  const open = () => {
    asked++
    return openEnginePort(bridge.nonce, (closed) => {
      if (current !== closed) return
      // A call on a closed port would hang for ever, so the next call brokers a new one.
      current = undefined
      for (const listener of listeners) listener()
    })
  }
  const link: ClientLink<ClientContext> = {
    call(path, input, options) {
      current ??= open()
      return current.link.call(path, input, options)
    },
  }
  bridge.onEngineExit((heard) => {
    // A port that is still on its way to the preload is the next engine's: ended here, it would be handed over all the same, and the one
    // after it kept back as a second one, for ever.
    if (heard === undefined || heard >= asked) current?.end()
  })
  return {
    kind: 'desktop',
    link,
    session: null,
    openPage: openInBrowser,
    onEngineEnd: (listener) => void listeners.add(listener),
    onOpen: (listener) =>
      bridge.onOpen((path, document) => {
        if (isOwnPath(path)) listener(path, document)
      }),
  }
}
