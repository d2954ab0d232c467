import type { IpcRenderer, IpcRendererEvent } from 'electron'
import { encode } from '../ports/codec'
import { standIn } from '../stand-in'
import type { FromPage, ToPage } from './page-message'
import type { PagePorts } from './page-ports'

type Listener = Parameters<IpcRenderer['on']>[1]

/** ipcRenderer of a sandboxed preload, and how the shell's messages reach it. */
export function makeIpcRenderer(ports: PagePorts, post: (message: FromPage) => void) {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()

  const listen = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return face
  }
  const forget = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((one) => one.listener !== listener),
    )
    return face
  }

  const face: IpcRenderer = standIn<IpcRenderer>('ipcRenderer')({
    send(channel: string, ...args: unknown[]): void {
      post({ kind: 'ipc', channel, args, ports: [] })
    },
    postMessage(channel: string, message: unknown, transfer: MessagePort[] = []): void {
      if (transfer.some((port) => !(port instanceof MessagePort))) throw new TypeError('Invalid value for transfer')
      encode(message)
      // Transferring takes the port from the caller, as in Electron.
      const handed = transfer.map((port) => ports.handOut(structuredClone(port, { transfer: [port] })))
      post({ kind: 'ipc', channel, args: [message], ports: handed })
    },
    on: (channel: string, listener: Listener) => listen(channel, listener, false),
    addListener: (channel: string, listener: Listener) => listen(channel, listener, false),
    once: (channel: string, listener: Listener) => listen(channel, listener, true),
    off: forget,
    removeListener: forget,
  })

  const emit = ({ channel, args, ports: ids }: Extract<ToPage, { kind: 'ipc' }>) => {
    const event = { sender: face, ports: ids.map((id) => ports.take(id)) } as unknown as IpcRendererEvent
    for (const { listener, once } of listeners.get(channel) ?? []) {
      if (once) forget(channel, listener)
      listener(event, ...args)
    }
  }

  const receive = (message: ToPage): void => {
    if (message.kind === 'ipc') emit(message)
    else ports.receive(message)
  }
  return { face, receive }
}
