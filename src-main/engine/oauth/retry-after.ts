const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const MOST_SECONDS = 999_999

/**
 * Seconds of `Retry-After` (RFC 9110, section 10.2.3), which is a number of them or a date. A date is read against the
 * `Date` of the same answer, so that a clock that is off here makes no wait longer or shorter.
 */
export function retryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value), MOST_SECONDS)
  const until = dateOf(value)
  if (until === undefined) return undefined
  const from = dateOf(headers.get('date') ?? '') ?? now
  return Math.min(Math.max(0, Math.ceil((until - from) / 1000)), MOST_SECONDS)
}

function dateOf(value: string): number | undefined {
  const milliseconds = IMF_FIXDATE.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
