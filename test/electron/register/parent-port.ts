import { EventEmitter } from 'node:events'
import type { MessageEvent, ParentPort } from 'electron'

/** `process.parentPort`: what arrives before somebody listens is kept for them. */
export class ParentPortFace extends EventEmitter implements ParentPort {
  private readonly kept: MessageEvent[] = []

  constructor(private readonly send: (data: unknown) => void) {
    super()
    // Told before the listener is there, so the kept ones come a turn later.
    this.on('newListener', (name: string) => {
      if (name === 'message') setImmediate(() => this.drain())
    })
  }

  postMessage(message: unknown): void {
    this.send(structuredClone(message))
  }

  /** Called by the channel, one message after the other. */
  deliver(event: MessageEvent): void {
    this.kept.push(event)
    setImmediate(() => this.drain())
  }

  private drain(): void {
    while (this.listenerCount('message') > 0) {
      const event = this.kept.shift()
      if (!event) return
      this.emit('message', event)
    }
  }
}
