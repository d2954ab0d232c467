import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Caller } from '../access/caller'
import type { DirectCalls } from './direct-calls'

/** What each request carries through the Hono app. */
export interface Environment {
  Bindings: HttpBindings & {
    /** True when Host or Origin is not exactly this server's. The listener judges both before anything else looks. */
    foreign: boolean
    /** The body, where it was read already. */
    body: Uint8Array | undefined
  }
  Variables: {
    /** The whole body, at most 1 MiB, or 32 where it is a file. Empty when there is none. */
    body: Uint8Array
    caller: Caller | undefined
  }
}

/** What a listener hands its requests to. */
export interface HttpApp {
  /** Answers every request. */
  app: Hono<Environment>
  /** Is asked before it, for those that it can answer sooner. */
  direct?: DirectCalls
}

export type RequestContext = Context<Environment>
