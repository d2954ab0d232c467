import { oktaWords } from '../../../src-shared/words/en/okta'
import { EngineError, invalidInput } from '../error'
import { discover } from '../oauth/discovery'
import { isSafeEndpoint } from '../oauth/endpoint-url'
import type { Fetch } from '../port'
import { clientFields, declaredDescription, redirectPage } from './generic/declared-description'
import { discoveredServer } from './generic/discovered-server'
import { type DeclaredServer, oauthProvider } from './generic/oauth-provider'
import type { Provider, ProviderApp } from './provider'

const scopes = [
  { name: 'openid', reason: oktaWords.knowWhichAccountIs },
  { name: 'email', reason: oktaWords.showAddressAccount },
  { name: 'offline_access', reason: oktaWords.keepWorkingAfterFirst },
]

/**
 * Okta, at the authorization server of whoever's app it is.
 * Source: https://developer.okta.com/docs/guides/implement-grant-type/authcodepkce/main/
 */
export function okta(fetch: Fetch, override: Partial<Record<string, string>> | undefined, now: () => number): Provider {
  // A person's own server, or the demo's, stands in for whatever was entered.
  const originsAt = (issuer: string | undefined): string[] => {
    const url = override?.issuer ?? issuer
    return url === undefined ? [] : [new URL(url).origin]
  }

  async function declare({ fields }: ProviderApp): Promise<DeclaredServer> {
    const issuer = override?.issuer ?? fields.issuer
    if (issuer === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type: 'oktaApi' })
    return discoveredServer(await discover(fetch, issuer, now), {
      scopes: scopes.map(({ name }) => name),
      origins: originsAt(issuer),
      extraParameters: {},
      loginHintParameter: override?.loginHintParameter,
    })
  }

  return oauthProvider(fetch, now, {
    description: declaredDescription({
      type: 'oktaApi',
      name: 'Okta',
      description: oktaWords.description,
      category: oktaWords.category,
      scopes,
      appFields: [
        {
          name: 'issuer',
          label: oktaWords.issuer,
          kind: 'url',
          required: true,
          placeholder: 'https://example.okta.com/oauth2/default',
          help: oktaWords.authorizationServerAsPage,
        },
        ...clientFields,
        redirectPage('Okta'),
      ],
      help: [oktaWords.makeOpenidConnectWeb, oktaWords.oktaComparesRedirectAddresses],
      helpLinks: [
        {
          label: oktaWords.openidConnectAppsOkta,
          url: 'https://help.okta.com/en-us/content/topics/apps/apps_app_integration_wizard_oidc.htm',
        },
      ],
    }),
    declare,
    origins: ({ issuer }) => originsAt(issuer),
    details: ({ fields: { issuer } }) => ({ issuer, origins: originsAt(issuer) }),
    checkApp: ({ fields: { issuer = '' } }) => {
      if (!isSafeEndpoint(issuer, { allowLoopback: true })) throw invalidInput('issuer', oktaWords.mustBeAddressBegins)
    },
    manualRevoke: oktaWords.manualRevoke,
  })
}
