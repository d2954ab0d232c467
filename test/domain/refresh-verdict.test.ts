import { expect, test } from 'vitest'
import { refreshVerdict } from '../../src-shared/domain/refresh-verdict'

test.each([
  ['invalid_grant', 'needs_reauth'],
  ['invalid_token', 'needs_reauth'],
  ['http_401', 'needs_reauth'],
  ['http_403', 'needs_reauth'],
  ['http_429', 'not_now'],
  ['rate_limited', 'not_now'],
  ['ratelimited', 'not_now'],
  ['temporarily_unavailable', 'not_now'],
  ['slow_down', 'not_now'],
  ['clock_skew', 'not_now'],
  ['http_500', 'in_trouble'],
  ['http_502', 'in_trouble'],
  ['http_503', 'in_trouble'],
  ['http_599', 'in_trouble'],
  ['server_error', 'in_trouble'],
  ['http_408', 'in_trouble'],
  ['timeout', 'no_answer'],
  ['unreachable', 'no_answer'],
  ['invalid_client', 'broken'],
  ['unauthorized_client', 'broken'],
  ['unsupported_grant_type', 'broken'],
  ['invalid_request', 'broken'],
  ['invalid_scope', 'broken'],
  ['malformed_answer', 'broken'],
  ['answer_too_large', 'broken'],
  ['redirect_refused', 'broken'],
  ['insecure_address', 'broken'],
  ['http_404', 'broken'],
  ['http_50', 'broken'],
  ['http_5000', 'broken'],
  ['anything_else', 'broken'],
])('a refresh answered %s is %s', (code, verdict) => {
  expect(refreshVerdict(code)).toBe(verdict)
})
