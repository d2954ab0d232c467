/** What became of a request for new tokens, by the provider's error code or, where it gave none, by one of ours. */
export type RefreshVerdict =
  /** The provider refuses the token for good: a person has to authorize again. */
  | 'needs_reauth'
  /** Refused for good for another reason than the token: the client, the request or the answer is wrong. */
  | 'broken'
  /** Not now; the token was not taken. */
  | 'not_now'
  /** Not now, by a provider in trouble: it may have taken the token before it failed. */
  | 'in_trouble'
  /** No answer came: nobody knows whether the token was taken. */
  | 'no_answer'

const refusedToken = new Set(['invalid_grant', 'invalid_token', 'http_401', 'http_403'])
// A clock that is off (`clock_skew`) makes a signed request look stale; it is set right without anybody reconnecting.
const notNow = new Set(['http_429', 'rate_limited', 'ratelimited', 'temporarily_unavailable', 'slow_down', 'clock_skew'])
const noAnswer = new Set(['timeout', 'unreachable'])
// A server that gave up on the request (408) is no more sure of it than one that failed.
const inTrouble = new Set(['server_error', 'http_408'])

/**
 * The OAuth error code decides (RFC 6749, section 5.2); a bare HTTP status (`http_401`) only where there is none.
 * Source: "Lifecycle" in the Connect specification. Pure.
 */
export function refreshVerdict(code: string): RefreshVerdict {
  if (refusedToken.has(code)) return 'needs_reauth'
  if (notNow.has(code)) return 'not_now'
  if (noAnswer.has(code)) return 'no_answer'
  return inTrouble.has(code) || /^http_5\d\d$/.test(code) ? 'in_trouble' : 'broken'
}
