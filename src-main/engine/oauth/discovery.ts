import type { Fetch } from '../port'
import { type AuthorizationServer, requestMetadata } from './server-metadata'

const FRESH_MS = 10 * 60 * 1000
/** Issuers that are remembered at once; people enter a handful. */
const MOST = 100

interface Known {
  server: Promise<AuthorizationServer>
  until: number
}

/** By the session's own bounded fetch: what was found out is gone with the session. */
const sessions = new WeakMap<Fetch, Map<string, Known>>()

/**
 * What an issuer says of itself, asked at most every ten minutes, once for all who ask at the same time. Failures are not
 * remembered. Rejects as `requestMetadata` does.
 * @param fetch bounded; the same one throughout a session
 * @param now milliseconds since the epoch
 */
export function discover(fetch: Fetch, issuer: string, now: () => number = Date.now): Promise<AuthorizationServer> {
  const byIssuer = sessions.get(fetch) ?? new Map<string, Known>()
  sessions.set(fetch, byIssuer)
  const known = byIssuer.get(issuer)
  if (known && now() < known.until && now() >= known.until - FRESH_MS) return known.server
  const server = requestMetadata(fetch, issuer)
  const asked = { server, until: now() + FRESH_MS }
  byIssuer.delete(issuer)
  byIssuer.set(issuer, asked)
  const [oldest] = byIssuer.keys()
  if (byIssuer.size > MOST && oldest !== undefined) byIssuer.delete(oldest)
  server.catch(() => {
    if (byIssuer.get(issuer) === asked) byIssuer.delete(issuer)
  })
  return server
}
