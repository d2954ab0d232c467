import type { CallbackDiagnosis } from '../../../src-shared/contract/host'
import type { TransportChoice } from '../../../src-shared/domain/callback-transport'
import { hostWords } from '../../../src-shared/words/en/host'
import type { CallContext } from '../engine'
import { transportOf } from './callback-address'
import type { Dependencies } from './dependencies'
import { providerAppView } from './provider-apps'

type Transports = CallbackDiagnosis['transports']

/** For each type that a provider is asked about: how its answer will come, and why that way. */
export function callbackTransports(deps: Dependencies, reach: Pick<CallContext, 'callbackOrigin' | 'deepLinks'>): Transports {
  const asked = [...deps.providers.values()].filter(({ authorization }) => authorization !== undefined)
  return asked.map(({ description: { type, name, appFields } }) => {
    const redirectUri = appFields.length > 0 ? providerAppView(deps.vault, type).redirectUri : null
    const choice = transportOf(deps, reach, type, { redirectUri: redirectUri ?? undefined })
    // Where none comes here: the one that has to be mended.
    return { type, name, transport: choice.transport ?? 'loopback', why: whyOf(choice, name) }
  })
}

function whyOf({ transport, because }: TransportChoice, name: string): string {
  switch (because) {
    case 'redirect_page':
      return hostWords.redirectPage
    case 'preferred':
      return hostWords.preferred(name)
    case 'taken':
      return transport === 'deep_link' ? hostWords.takesDeepLink(name) : hostWords.takesLoopback(name)
    case 'unreachable':
      if (transport === undefined) return hostWords.unreachable(name)
      return transport === 'deep_link' ? hostWords.noPort(name) : hostWords.noDeepLinks(name)
  }
}
