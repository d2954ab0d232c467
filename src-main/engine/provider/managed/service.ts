import { managedTypeWords } from '../../../../src-shared/words/en/managed-types'
import { EngineError } from '../../error'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { clientCredentials } from '../../oauth/token-endpoint'
import type { Fetch } from '../../port'
import { bearer } from '../injection'
import type { Held, Provider, ProviderApp } from '../provider'
import { testFailure } from '../test-failure'
import { serviceDescription } from './service-description'

/** What a token is taken to last where the server does not say (RFC 6749, section 5.1, asks it to). */
const UNSAID_SECONDS = 5 * 60

/**
 * Neurocad's own services, asked machine to machine: a token by client credentials (RFC 6749, section 4.4), made before use and
 * never written down.
 * @param fetch bounded
 * @param now milliseconds since the epoch
 */
export function service(fetch: Fetch, now: () => number): Provider {
  const mint = async (held: Held) => {
    const answer = await clientCredentials(declarationOf(held), fetch, clientOf(held))
    return { token: answer.accessToken, expiresAt: now() + (answer.expiresInSeconds ?? UNSAID_SECONDS) * 1000 }
  }
  return {
    description: serviceDescription,
    ownApp: (from) => {
      // Nobody enters its fields: `creation` is `operator`.
      if (!('held' in from)) throw new EngineError('TYPE_NOT_USER_MANAGED', { type: 'serviceApi' })
      return clientOf(from.held)
    },
    mint,
    async test(held) {
      try {
        await mint(held)
        return { result: 'success' }
      } catch (error) {
        return testFailure('Neurocad', error, () => undefined)
      }
    },
    inject: (held, minted) => {
      if (minted === undefined) throw new EngineError('INTERNAL')
      return bearer(minted, originsOf(held))
    },
    sameGrant: (a, b) => a.accountId === b.accountId && a.details.tokenUrl === b.details.tokenUrl,
    manualRevoke: managedTypeWords.askYourOperatorEnd,
  }
}

function clientOf({ details, secret }: Held): ProviderApp {
  // Provisioned by us with both: without them the record is not one that the operator's file made.
  if (details.clientId === undefined || secret.clientSecret === undefined) throw new EngineError('INTERNAL')
  return { clientId: details.clientId, clientSecret: secret.clientSecret, fields: {} }
}

function originsOf({ details: { edaUrl = '', mechanicalUrl = '' } }: Held): string[] {
  return [...new Set([edaUrl, mechanicalUrl].map((url) => new URL(url).origin))]
}

function declarationOf(held: Held): OAuthDeclaration {
  const { tokenUrl = '' } = held.details
  return {
    // Nobody is sent anywhere: this grant knows only a token endpoint.
    authorizeUrl: tokenUrl,
    tokenUrl,
    scopes: held.scopes,
    scopeSeparator: ' ',
    pkce: false,
    // With Basic the id is form-encoded first (RFC 6749, section 2.3.1), which not every server undoes.
    clientAuthentication: 'client_secret_post',
    extraParameters: {},
    bearerTokenTypes: [],
    origins: originsOf(held),
  }
}
