import { contextBridge, ipcRenderer } from 'electron'
import { isPortRequest, type PageBridge, pageBridgeName } from '../src-shared/bridge/page-bridge'
import { type EngineExit, shellChannel } from '../src-shared/bridge/shell-channel'

const nonce = crypto.randomUUID()

/** One port per engine: taken until the shell says that the engine has ended. */
let taken = false
/** A page may see its port close before the shell's word arrives here; its next port waits for that word. */
let waiting: MessagePort | undefined
/** Requests of the page so far. */
let heard = 0
/** Ports that went to the shell so far. */
let handedOver = 0

function handOver(port: MessagePort): void {
  taken = true
  handedOver++
  ipcRenderer.postMessage(shellChannel.connect, nonce, [port])
}

ipcRenderer.send(shellChannel.announce, nonce)

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || !isPortRequest(event.data, nonce)) return
  const [port] = event.ports
  if (!port) return
  heard++
  if (!taken) return handOver(port)
  waiting?.close()
  waiting = port
})

const exitListeners = new Set<(heard: number) => void>()
ipcRenderer.on(shellChannel.engineExit, (_event, ended: EngineExit) => {
  // Said before the last port, or this document, was heard of: that port is on its way to the next engine. Taken for dead, it would be
  // ended here, and the one asked for in its place refused as a second one.
  if (ended.nonce !== nonce || ended.heard < handedOver) return
  taken = false
  const next = waiting
  waiting = undefined
  // A page whose next port waits here has noticed by itself; told now, it would forget that port and ask for a third.
  if (next) return handOver(next)
  for (const listener of exitListeners) listener(heard)
})

const openListeners = new Set<(path: string, document?: string) => void>()
/** The page asks to hear of these after it has loaded, which may be later than the link that started the program. */
let unheard: { path: string; document: string | undefined } | undefined
ipcRenderer.on(shellChannel.open, (_event, path: unknown, given: unknown) => {
  if (typeof path !== 'string') return
  const document = typeof given === 'string' ? given : undefined
  if (openListeners.size === 0) unheard = { path, document }
  for (const listener of openListeners) listener(path, document)
})

contextBridge.exposeInMainWorld(pageBridgeName, {
  nonce,
  onEngineExit: (listener) => {
    exitListeners.add(listener)
  },
  onOpen: (listener) => {
    openListeners.add(listener)
    if (unheard !== undefined) listener(unheard.path, unheard.document)
    unheard = undefined
  },
} satisfies PageBridge)
