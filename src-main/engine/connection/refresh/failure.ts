import { EngineError } from '../../error'
import { ProviderPaused } from './provider-gate'

/** The code that decides what a failed request to a provider means. Rethrows what was not sent, or is no answer of a provider. */
export function failureCode(error: unknown): string {
  if (!(error instanceof EngineError) || error instanceof ProviderPaused) throw error
  if (error.code === 'PROVIDER_TIMEOUT') return 'timeout'
  if (error.code === 'PROVIDER_ERROR') return error.data.providerError ?? 'unknown_error'
  throw error
}

/** The failure again, for whoever asks before it is time. */
export const failedLately = (code: string, waitMs: number): EngineError => {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  return code === 'timeout'
    ? new EngineError('PROVIDER_TIMEOUT', { recovery: 'retry', retryAfterSeconds })
    : new EngineError('PROVIDER_ERROR', { providerError: code, recovery: 'retry', retryAfterSeconds })
}

export const retryAfterOf = (error: unknown): number => (error instanceof EngineError ? (error.data.retryAfterSeconds ?? 0) : 0)
