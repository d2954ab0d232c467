import { providerFailure } from '../../oauth/provider-failure'
import type { Held, ProviderApp } from '../provider'

/** The app a connection was authorized with. Throws `PROVIDER_ERROR` `app_missing` where it was forgotten since. */
export function heldApp({ app }: Held): ProviderApp {
  if (app === undefined) throw providerFailure('app_missing')
  return app
}
