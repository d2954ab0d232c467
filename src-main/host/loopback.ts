import type { Engine } from '../engine/engine'
import type { Logger } from '../engine/port'
import { createBaseApp } from './http/base-app'
import { callbackRoutes } from './http/callback-routes'
import { type Listener, listen } from './http/listener'
import { manifestRoutes } from './http/manifest-routes'

/**
 * The address on this computer that providers redirect to (RFC 8252, section 7.3), for a host that has no server of its own.
 * It answers nothing but what providers answer to, to its exact Host, and is there from the first such request to the end of the process:
 * a redirect comes minutes later.
 */
export class Loopback {
  private listener: Promise<Listener> | undefined

  constructor(
    private readonly engine: Engine,
    private readonly logger: Logger,
  ) {}

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

  async close(): Promise<void> {
    await (await this.listener)?.close(0)
  }

  private async open(): Promise<Listener> {
    const listener = await listen(0)
    const options = { callbackOrigin: listener.origin, logger: this.logger, onSuccess: 'page' } as const
    const app = createBaseApp(this.logger).route('/', callbackRoutes(this.engine, options))
    listener.serve(app.route('/', manifestRoutes(this.engine, options)))
    return listener
  }
}
