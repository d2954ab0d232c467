import { z } from 'zod'
import { retryAfter } from '../../oauth/retry-after'

/** One minute, as GitHub asks for where it does not say how long. */
const UNSAID_SECONDS = 60
/** Limits start anew every hour. */
const MOST_SECONDS = 60 * 60

interface Refusal {
  code: string
  retryAfterSeconds?: number | undefined
}

/**
 * What a refusal of GitHub's REST API comes to. A 403 is a limit, a suspension or neither, in this order: a spent quota
 * must never be taken for a suspension.
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api and …/troubleshooting-the-rest-api
 */
export function refusalCode(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  json: unknown,
  { now, notFound = 'not_found' }: { now: number; notFound?: string | undefined },
): Refusal {
  const message = Message.safeParse(json).data?.message ?? ''
  if (status === 403 && isLimit(headers, message)) return { code: 'rate_limited', retryAfterSeconds: secondsToWait(headers, now) }
  if (status === 403) return { code: /\bsuspended\b/i.test(message) ? 'installation_suspended' : 'forbidden' }
  // A clock that is off here makes the App's JWT look stale or not yet made: nothing that a person mends by reconnecting.
  if (status === 401) return { code: /'(iat|exp)'/.test(message) ? 'clock_skew' : 'bad_credentials' }
  // So GitHub calls the App itself, whose id or key was wrong or which was deleted.
  if (status === 404) return { code: /^integration not found/i.test(message) ? 'app_not_found' : notFound }
  return { code: `http_${status}` }
}

const Message = z.object({ message: z.string() })

const isLimit = (headers: Headers, message: string): boolean =>
  headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0' || /\brate limit\b/i.test(message)

function secondsToWait(headers: Headers, now: number): number {
  const seconds = retryAfter(headers, now) ?? secondsToReset(headers, now) ?? UNSAID_SECONDS
  return Math.min(Math.max(seconds, 1), MOST_SECONDS)
}

/** `x-ratelimit-reset` is a moment by GitHub's clock, in seconds since the epoch. */
function secondsToReset(headers: Headers, now: number): number | undefined {
  const reset = headers.get('x-ratelimit-reset') ?? ''
  if (!/^\d{1,12}$/.test(reset)) return undefined
  const said = Date.parse(headers.get('date') ?? '')
  return Number(reset) - Math.floor((Number.isNaN(said) ? now : said) / 1000)
}
