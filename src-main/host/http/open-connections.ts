import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** The connections that a server holds, and what each of them is asking. */
export class OpenConnections {
  readonly #asking = new Map<Socket, IncomingMessage | undefined>()

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#asking.set(socket, undefined)
      socket.once('close', () => this.#asking.delete(socket))
    })
    server.on('request', (incoming, outgoing) => {
      this.#asking.set(incoming.socket, incoming)
      outgoing.once('close', () => {
        if (this.#asking.get(incoming.socket) === incoming) this.#asking.set(incoming.socket, undefined)
      })
    })
  }

  /** Ends those that have said nothing yet, or not all of it: no command of theirs is in hand. */
  endIncomplete(): void {
    for (const [socket, incoming] of this.#asking) if (!incoming?.complete) socket.destroy()
  }
}
