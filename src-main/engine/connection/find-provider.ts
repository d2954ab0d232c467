import { EngineError } from '../error'
import type { Provider, Providers } from '../provider/provider'

export function providerOf(providers: Providers, type: string): Provider {
  const provider = providers.get(type)
  if (!provider) throw new EngineError('NOT_FOUND', { type })
  return provider
}
