import type { Recovery } from '../../../src-shared/contract/error'
import { EngineError } from '../error'

/** Codes that a person mends by correcting what they entered: the client id, secret or redirect address, or the server. */
const entryIsWrong = [
  'invalid_client',
  'unauthorized_client',
  'invalid_client_id',
  'bad_client_secret',
  'bad_redirect_uri',
  'incorrect_client_credentials',
  'redirect_uri_mismatch',
  'invalid_scope',
  'metadata_not_found',
  'malformed_metadata',
  'issuer_mismatch',
  'unsafe_endpoint',
  'insecure_address',
]

const recoveries: ReadonlyMap<string, Recovery> = new Map([
  ...entryIsWrong.map((code): [string, Recovery] => [code, 'edit_input']),
  // More was asked of the token than was granted: authorizing again asks for the scopes added since.
  ['missing_scope', 'reconnect'],
])

/**
 * `PROVIDER_ERROR` with a code: the provider's own where it gave one (RFC 6749, section 5.2, Slack's, GitHub's), else one of ours
 * (`unreachable`, `malformed_answer`, `http_503`, …). Nothing else the provider said is kept.
 * @param sent secrets of the request; a provider that plays one back as its error code is not quoted
 */
export function providerFailure(code: unknown, sent: readonly string[] = [], retryAfterSeconds?: number): EngineError {
  const providerError = quotable(code, sent) ? code : 'unknown_error'
  return new EngineError('PROVIDER_ERROR', {
    providerError,
    recovery: recoveries.get(providerError) ?? 'retry',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

const quotable = (code: unknown, sent: readonly string[]): code is string =>
  typeof code === 'string' &&
  /^[A-Za-z0-9_.:-]{1,100}$/.test(code) &&
  !sent.some((secret) => secret !== '' && code.includes(secret))
