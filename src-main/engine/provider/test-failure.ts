import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { refreshVerdict } from '../../../src-shared/domain/refresh-verdict'
import { providerTestWords } from '../../../src-shared/words/en/provider-test'
import { EngineError } from '../error'
import type { ProviderTest } from './provider'

/**
 * The result of a test that ended with an error. Only a code that speaks of the token or the installation says that
 * something happened: a provider that is down, slow or rate limiting says nothing about the connection. Throws what is no
 * answer of the provider.
 * @param meaning what a code of this provider says happened, if anything
 */
export function testFailure(
  provider: string,
  error: unknown,
  meaning: (code: string) => LifecycleEvent | undefined,
): ProviderTest {
  if (!(error instanceof EngineError)) throw error
  const { code, data } = error
  if (code === 'PROVIDER_TIMEOUT') return unavailable(providerTestWords.didNotAnswer(provider))
  // Nobody was asked: entering the app again is the way out.
  if (code === 'PROVIDER_APP_MISSING') return { result: 'failure', error: error.message }
  if (code !== 'PROVIDER_ERROR') throw error
  const said = data.providerError ?? 'unknown_error'
  if (said === 'unreachable') return unavailable(providerTestWords.notReached(provider))
  if (said === 'missing_scope') return missingScope(provider)
  const event = meaning(said)
  if (event) return { result: 'failure', event, error: providerTestWords.notAccepted(provider, said) }
  const answered = providerTestWords.answeredWithError(provider, said)
  return isForNow(said) ? unavailable(answered, data.retryAfterSeconds) : { result: 'failure', error: answered }
}

const isForNow = (code: string): boolean => ['not_now', 'in_trouble', 'no_answer'].includes(refreshVerdict(code))

const unavailable = (error: string, retryAfterSeconds?: number): ProviderTest => ({
  result: 'failure',
  isUnavailable: true,
  error,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
})

const missingScope = (provider: string): ProviderTest => ({
  result: 'failure',
  isMissingScope: true,
  error: providerTestWords.missingScope(provider),
})
