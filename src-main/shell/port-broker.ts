import type { EngineExit } from '../../src-shared/bridge/shell-channel'
import { isAppAddress } from './app-address'

/** Of `IpcMainEvent`: the frame that sent a message, or null when it navigated away or was destroyed since. */
export interface SenderFrame {
  readonly url: string
  /** Null in a main frame. */
  readonly parent: unknown
}

/** What is looked at in a message before its port is passed on. */
export interface PortMessage<Port> {
  /** The contents it came from; ids are never used twice. */
  sender: { readonly id: number }
  senderFrame: SenderFrame | null
  ports: readonly Port[]
}

/**
 * Decides which port reaches the engine: one for each document of our window's main frame, and another after an engine's end.
 * The preload announces a nonce before the page's code runs, so a message that knows it comes from this document.
 */
export class PortBroker<Port> {
  private readonly seen = new Set<string>()
  private announced: string | undefined
  private spent = false
  /** Ports of the announced document that came so far, those that were refused included. */
  private heard = 0

  /** @param ownContents id of our window's contents, while it is open */
  constructor(private readonly ownContents: () => number | undefined) {}

  /** A document starts: its nonce counts from now on, and that of the document before it no more. */
  announce(message: PortMessage<Port>, nonce: unknown): boolean {
    if (!this.isOurs(message) || typeof nonce !== 'string' || nonce === '' || this.seen.has(nonce)) return false
    this.seen.add(nonce)
    this.announced = nonce
    this.spent = false
    this.heard = 0
    return true
  }

  /** The port to pass on, or undefined when the message is refused. */
  accept(message: PortMessage<Port>, nonce: unknown): Port | undefined {
    if (!this.isOurs(message) || this.announced === undefined || nonce !== this.announced) return undefined
    this.heard++
    const [port, ...more] = message.ports
    if (this.spent || port === undefined || more.length > 0) return undefined
    this.spent = true
    return port
  }

  /** The port died with its engine: the same document may have one more. Returns what that document is to be told. */
  engineEnded(): EngineExit {
    this.spent = false
    return { nonce: this.announced, heard: this.heard }
  }

  private isOurs({ sender, senderFrame }: PortMessage<Port>): boolean {
    return (
      sender.id === this.ownContents() && senderFrame !== null && senderFrame.parent === null && isAppAddress(senderFrame.url)
    )
  }
}
