import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Caller } from '../access/caller'

/** What each request carries through the Hono app. */
export interface Environment {
  Bindings: HttpBindings & {
    /** True when Host or Origin is not exactly this server's. The listener judges both before anything else looks. */
    foreign: boolean
  }
  Variables: {
    /** The whole body, at most 1 MiB, or 32 where it is a file. Empty when there is none. */
    body: Uint8Array
    caller: Caller | undefined
  }
}

export type RequestContext = Context<Environment>
