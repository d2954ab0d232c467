import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import type { MovedPort, PortHost, PortId, PortSink, Waiting } from './port-host'

/** Called with each end that begins to be read in this process. */
export type ReadListener = (id: PortId) => void

const ends = new WeakMap<object, PortEnd>()

/** Electron's port outside of pages: events are `{ data, ports }`, and nothing is delivered before `start()`. */
export function messagePortMain(host: PortHost, id: PortId, onRead?: ReadListener): MessagePortMain {
  const face = new MessagePortFace()
  ends.set(face, new PortEnd(host, id, face, onRead))
  return face
}

/**
 * Takes ports from their holders, to be sent elsewhere. Throws what Electron throws for what is no port, is gone, or comes twice.
 * @param source the port that they are sent through, which cannot travel through itself
 */
export function disentangle(ports: readonly unknown[], source?: object): MovedPort[] {
  if (!Array.isArray(ports)) throw new TypeError('Invalid value for transfer')
  const found = ports.map((port, index) => {
    const end = typeof port === 'object' && port !== null ? ends.get(port) : undefined
    if (!end) throw new TypeError('Invalid value for transfer')
    if (port === source) throw new Error(`Port at index ${index} contains the source port.`)
    if (end.gone) throw new Error(`Port at index ${index} is already neutered.`)
    if (ports.indexOf(port) !== index) throw new Error(`Port at index ${index} is a duplicate.`)
    return end
  })
  return found.map((end) => end.leave())
}

class MessagePortFace extends EventEmitter implements MessagePortMain {
  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const end = endOf(this)
    if (end.gone) return
    // Thrown here, at the sender, when it cannot be cloned.
    const data = structuredClone(message)
    end.post(data, disentangle(transfer, this))
  }
  start(): void {
    endOf(this).start()
  }
  close(): void {
    endOf(this).close()
  }
}

function endOf(face: MessagePortFace): PortEnd {
  const end = ends.get(face)
  if (!end) throw new TypeError('a port without an end')
  return end
}

/** What a port is behind its face. Delivers one message per turn of the event loop, in order. */
class PortEnd implements PortSink {
  /** Closed, or sent elsewhere. */
  gone = false
  private started = false
  private scheduled = false
  private readonly queue: Waiting[] = []

  constructor(
    private readonly host: PortHost,
    private readonly id: PortId,
    private readonly face: MessagePortFace,
    private readonly onRead: ReadListener | undefined,
  ) {
    host.attach(id, this)
  }

  push(item: Waiting): void {
    this.queue.push(item)
    this.deliver()
  }

  post(data: unknown, moved: MovedPort[]): void {
    this.host.post(this.id, data, moved)
  }

  start(): void {
    if (this.gone || this.started) return
    this.started = true
    this.onRead?.(this.id)
    this.deliver()
  }

  close(): void {
    if (this.gone) return
    this.gone = true
    this.host.close(this.id)
    setImmediate(() => this.face.emit('close'))
  }

  leave(): MovedPort {
    this.gone = true
    this.host.detach(this.id)
    return { id: this.id, queued: this.queue.splice(0) }
  }

  private deliver(): void {
    if (!this.started || this.scheduled || this.queue.length === 0) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      const item = this.gone ? undefined : this.queue.shift()
      if (item === undefined) return
      try {
        if (item === 'closed') {
          this.gone = true
          this.face.emit('close')
        } else {
          const ports = item.ports.map((id) => messagePortMain(this.host, id, this.onRead))
          this.face.emit('message', { data: item.data, ports })
        }
      } finally {
        this.deliver()
      }
    })
  }
}
