import type { Subject } from '../../../src-shared/domain/identifiers'
import type { Clock } from '../../engine/port'
import type { Bearer } from './client-store'
import { newToken, tokenHash } from './token'

const TICKET_MS = 60_000

/** Tickets and the sessions they are exchanged for. In memory only: a session lives as long as the process. */
export class SessionStore {
  readonly #tickets = new Map<string, { subject: Subject; expires: number }>()
  readonly #sessions = new Map<string, { subject: Subject; end: AbortController }>()

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  /** A ticket for the fragment of a URL: good once, for 60 seconds. */
  issueTicket(subject: Subject): string {
    const now = this.clock.monotonic()
    for (const [hash, ticket] of this.#tickets) if (ticket.expires <= now) this.#tickets.delete(hash)
    const ticket = newToken()
    this.#tickets.set(tokenHash(ticket), { subject, expires: now + TICKET_MS })
    return ticket
  }

  /** Whose ticket it is; undefined when it is unknown, expired or was used before. */
  redeem(ticket: string): Subject | undefined {
    const hash = tokenHash(ticket)
    const found = this.#tickets.get(hash)
    this.#tickets.delete(hash)
    return found !== undefined && found.expires > this.clock.monotonic() ? found.subject : undefined
  }

  /** A new session token. */
  start(subject: Subject): string {
    const token = newToken()
    this.#sessions.set(tokenHash(token), { subject, end: new AbortController() })
    return token
  }

  resolve(token: string): Bearer | undefined {
    const session = this.#sessions.get(tokenHash(token))
    return session && { subject: session.subject, until: session.end.signal }
  }

  /** Ends a session and its event streams. Nothing happens where the token is not a session's. */
  end(token: string): void {
    const hash = tokenHash(token)
    this.#sessions.get(hash)?.end.abort()
    this.#sessions.delete(hash)
  }
}
