import type { CredentialTypeKey } from '../../../../src-shared/domain/credential-type'
import { EngineError } from '../../error'
import type { Held, ProviderApp } from '../provider'

/** The app a connection was authorized with. Throws `PROVIDER_APP_MISSING` where it was forgotten since: no provider said anything. */
export function heldApp({ app }: Held, type: CredentialTypeKey): ProviderApp {
  if (app === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type })
  return app
}
