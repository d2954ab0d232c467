import type { Actor } from '../../../src-shared/domain/actor'
import type { ClientStore } from './client-store'
import { actorOf, type People } from './people'
import type { SessionStore } from './session-store'

/** Everything that decides who may call. */
export interface Access {
  people: People
  clients: ClientStore
  sessions: SessionStore
}

/** Who sent a request. */
export interface Caller {
  actor: Actor
  /** The token as it was sent, so that a session can be ended by its own page. */
  token: string
  /** Fires when the token is revoked or its session ends. */
  until: AbortSignal
}

/** The caller behind an `Authorization` header (RFC 6750, section 2.1). Session and API tokens are the same to every route. */
export function callerOf(access: Access, authorization: string | undefined): Caller | undefined {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) return undefined
  const bearer = access.sessions.resolve(token) ?? access.clients.resolve(token)
  return bearer && { actor: actorOf(access.people, bearer.subject), token, until: bearer.until }
}
