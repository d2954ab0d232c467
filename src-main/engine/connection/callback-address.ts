import type { CallbackTransport } from '../../../src-shared/contract/authorization'
import { chooseTransport, type TransportChoice } from '../../../src-shared/domain/callback-transport'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { CallContext } from '../engine'
import { EngineError } from '../error'
import type { ProviderApp } from '../provider/provider'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'

/** Where a provider is asked to send its answer, and how it comes from there to us. */
interface CallbackAddress {
  redirectUri: string
  transport: CallbackTransport
}

type Reach = Pick<CallContext, 'callbackOrigin' | 'deepLinks'>
type App = Pick<ProviderApp, 'redirectUri'>

/** Which way the answers of a type come with this app, and why. */
export function transportOf(
  { providers, settings }: Pick<Dependencies, 'providers' | 'settings'>,
  { callbackOrigin, deepLinks = false }: Reach,
  type: CredentialTypeKey,
  app: App,
): TransportChoice {
  return chooseTransport({
    takes: providerOf(providers, type).authorization?.callbacks ?? ['loopback'],
    redirectPage: app.redirectUri !== undefined,
    preferred: settings().callbackBy,
    reaches: { loopback: callbackOrigin !== null, deep_link: deepLinks },
  })
}

/** Throws `CALLBACK_UNREACHABLE` where nothing that the provider takes comes here. */
export function callbackAddress(
  deps: Pick<Dependencies, 'providers' | 'settings'>,
  reach: Reach,
  type: CredentialTypeKey,
  app: App,
): CallbackAddress {
  const { transport } = transportOf(deps, reach, type, app)
  if (transport === 'deep_link') return { transport, redirectUri: `neurocad://oauth/callback/${type}` }
  if (transport === 'paste' && app.redirectUri !== undefined) return { transport, redirectUri: app.redirectUri }
  if (transport === 'loopback') return { transport, redirectUri: `${reach.callbackOrigin}/api/${type}/oauth/callback` }
  throw new EngineError('CALLBACK_UNREACHABLE', { type })
}
