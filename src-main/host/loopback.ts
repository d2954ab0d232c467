import type { HttpApp } from './http/environment'
import { type Listener, listen } from './http/listener'

/** Commands underway when the program ends get this long. */
const GRACE_MS = 10_000

/**
 * The address on this computer that providers redirect to (RFC 8252, section 7.3), and where scripts are answered, for a host that
 * needs no server otherwise. It is there from the first time it is asked for to the end of the process: a redirect comes minutes
 * later, and a script keeps the address it was given.
 */
export class Loopback {
  private listener: Promise<Listener> | undefined
  private opened: Listener | undefined

  /** @param app what it answers; asked for once, when the port is open */
  constructor(private readonly app: () => HttpApp) {}

  /** For example `http://127.0.0.1:41234`. Rejects where no port can be opened; the next call tries again. */
  async origin(): Promise<string> {
    this.listener ??= this.open()
    try {
      return (await this.listener).origin
    } catch (error) {
      this.listener = undefined
      throw error
    }
  }

  /** The same, where it is open already. */
  get knownOrigin(): string | undefined {
    return this.opened?.origin
  }

  async close(): Promise<void> {
    await (await this.listener)?.close(GRACE_MS)
  }

  private async open(): Promise<Listener> {
    const listener = await listen(0)
    listener.serve(this.app())
    this.opened = listener
    return listener
  }
}
