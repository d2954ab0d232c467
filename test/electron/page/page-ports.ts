import type { PortId, ToPortOwner } from '../ports/port-host'
import type { FromPage } from './page-message'

/** The page's side of ports that lead out of it: the isolated world keeps the native end and relays. */
export class PagePorts {
  private made = 0
  private readonly kept = new Map<PortId, MessagePort>()
  /** Names must differ between documents and windows. */
  private readonly world = crypto.randomUUID()

  constructor(private readonly post: (message: FromPage) => void) {}

  /** A native port leaves for the shell. */
  handOut(port: MessagePort): PortId {
    const name = `page-${this.world}-${++this.made}`
    this.post({ kind: 'port-joined', kept: `${name}a`, handed: `${name}b` })
    this.relay(`${name}a`, port)
    return `${name}b`
  }

  /** A port arrives from the shell. */
  take(id: PortId): MessagePort {
    const { port1, port2 } = new MessageChannel()
    this.relay(id, port1)
    return port2
  }

  receive(message: ToPortOwner): void {
    const port = this.kept.get(message.to)
    if (message.kind === 'port-message') {
      port?.postMessage(
        message.data,
        message.ports.map((id) => this.take(id)),
      )
    } else {
      this.kept.delete(message.to)
      port?.close()
    }
  }

  private relay(id: PortId, port: MessagePort): void {
    this.kept.set(id, port)
    port.addEventListener('message', ({ data, ports }) =>
      this.post({ kind: 'port-message', from: id, data, ports: ports.map((one) => this.handOut(one)) }),
    )
    // Electron's renderers fire this; stock Chromium does behind a flag.
    port.addEventListener('close', () => {
      if (this.kept.delete(id)) this.post({ kind: 'port-closed', id })
    })
    port.start()
  }
}
