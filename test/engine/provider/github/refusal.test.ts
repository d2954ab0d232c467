import { expect, test } from 'vitest'
import { githubMeaning } from '../../../../src-main/engine/provider/github/meaning'
import { refusalCode } from '../../../../src-main/engine/provider/github/refusal'
import { now } from './github-at'

const code = (status: number, message = '', headers: Record<string, string> = {}) =>
  refusalCode({ status, headers: new Headers(headers) }, { message }, { now, notFound: 'installation_not_found' })

const suspended = 'This installation has been suspended'
const reset = (seconds: number) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + seconds) })

test.for([
  ['a Retry-After', '', { 'retry-after': '17' }, 17],
  ['a spent quota, until it is new', '', reset(90), 90],
  ['a spent quota whose end has passed', '', reset(-5), 1],
  ['a spent quota that says nothing of its end', '', { 'x-ratelimit-remaining': '0' }, 60],
  ['an end beyond any limit of GitHub', '', reset(1_000_000), 3600],
  ['a secondary limit that is only said in words', 'You have exceeded a secondary rate limit.', {}, 60],
  ['a limit in an answer that speaks of a suspension', suspended, { 'retry-after': '5' }, 5],
] as const)('a 403 with %s is a limit, never a suspension', ([, message, headers, seconds]) => {
  expect(code(403, message, headers)).toEqual({ code: 'rate_limited', retryAfterSeconds: seconds })
  expect(githubMeaning('rate_limited')).toBeUndefined()
})

test('the end of a quota is read by GitHub’s clock, whatever ours says', () => {
  const headers = { ...reset(90), date: new Date(now + 60_000).toUTCString() }
  expect(code(403, '', headers).retryAfterSeconds).toBe(30)
})

test.for([
  [403, suspended, 'installation_suspended', 'installation_suspended'],
  [403, 'Resource not accessible by integration', 'forbidden', undefined],
  [404, 'Not Found', 'installation_not_found', 'installation_deleted'],
  [404, 'Integration not found', 'app_not_found', 'refresh_failed'],
  [401, 'A JSON web token could not be decoded', 'bad_credentials', 'refresh_failed'],
  [401, "'Issued at' claim ('iat') must be an Integer representing the time", 'clock_skew', undefined],
  [401, "'Expiration time' claim ('exp') is too far in the future", 'clock_skew', undefined],
  [422, 'Validation Failed', 'http_422', undefined],
] as const)('a %i that says "%s" is %s', ([status, message, expected, event]) => {
  expect(code(status, message)).toEqual({ code: expected })
  expect(githubMeaning(expected)).toBe(event)
})

test('an answer that is no JSON has no message', () => {
  expect(refusalCode({ status: 403, headers: new Headers() }, undefined, { now })).toEqual({ code: 'forbidden' })
  expect(refusalCode({ status: 404, headers: new Headers() }, 'gone', { now })).toEqual({ code: 'not_found' })
})
