/** What became of a request for new tokens, by the provider's error code or, where it gave none, by one of ours. */
export type RefreshVerdict =
  /** The provider refuses the token for good: a person has to authorize again. */
  | 'needs_reauth'
  /** Refused for good for another reason than the token: the client, the request or the answer is wrong. */
  | 'broken'
  /** Not now; the token was not taken. */
  | 'later'
  /** Nobody knows whether the provider took the token: no answer came, or one that says nothing about it. */
  | 'unknown'

const refusedToken = new Set(['invalid_grant', 'invalid_token', 'http_401', 'http_403'])
const notNow = new Set(['http_429', 'rate_limited', 'temporarily_unavailable', 'slow_down'])
const noAnswer = new Set(['timeout', 'unreachable', 'server_error'])

/**
 * The OAuth error code decides (RFC 6749, section 5.2); a bare HTTP status (`http_401`) only where there is none.
 * Source: "Lifecycle" in the Connect specification. Pure.
 */
export function refreshVerdict(code: string): RefreshVerdict {
  if (refusedToken.has(code)) return 'needs_reauth'
  if (notNow.has(code)) return 'later'
  if (noAnswer.has(code) || /^http_5\d\d$/.test(code)) return 'unknown'
  return 'broken'
}
