import type { Recovery } from '../../../src-shared/contract/error'
import { EngineError } from '../error'

/** Codes that a person mends by correcting the client id, secret or redirect address of their app at the provider. */
const appIsWrong = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_client_id',
  'bad_client_secret',
  'bad_redirect_uri',
  'invalid_scope',
])

/**
 * `PROVIDER_ERROR` with a code: the provider's own where it gave one (RFC 6749, section 5.2, or Slack's), else one of ours
 * (`unreachable`, `malformed_answer`, `http_503`, …). Nothing else the provider said is kept.
 * @param sent secrets of the request; a provider that plays one back as its error code is not quoted
 */
export function providerFailure(code: unknown, sent: readonly string[] = [], retryAfterSeconds?: number): EngineError {
  const providerError = quotable(code, sent) ? code : 'unknown_error'
  const recovery: Recovery = appIsWrong.has(providerError) ? 'edit_input' : 'retry'
  return new EngineError('PROVIDER_ERROR', {
    providerError,
    recovery,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

const quotable = (code: unknown, sent: readonly string[]): code is string =>
  typeof code === 'string' &&
  /^[A-Za-z0-9_.:-]{1,100}$/.test(code) &&
  !sent.some((secret) => secret !== '' && code.includes(secret))
