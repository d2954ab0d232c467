import { boundedFetch } from '../oauth/bounded-fetch'
import type { Fetch, ProviderEndpoints } from '../port'
import { genericApiKey } from './generic/generic-api-key'
import { genericOAuth2 } from './generic/generic-oauth2'
import { githubEndpoints } from './github/endpoints'
import { github } from './github/github'
import { google } from './google'
import { linear } from './linear'
import { desktopService } from './managed/desktop-service'
import { service } from './managed/service'
import { microsoft } from './microsoft'
import { okta } from './okta'
import { passport } from './passport/passport'
import type { Provider, Providers } from './provider'
import { slack } from './slack'
import { slackEndpoints } from './slack-oauth'
import { webhookSource } from './webhook-source'

/**
 * Every credential type, by key, in the order of the directory. A new provider adds its line here.
 * @param endpoints replaces the public addresses, for the demo and for a person's own server
 * @param now milliseconds since the epoch
 */
export function createProviders(fetch: Fetch, endpoints: ProviderEndpoints, now: () => number = Date.now): Providers {
  const bounded = boundedFetch(fetch)
  return new Map<string, Provider>([
    ['slackApi', slack(bounded, slackEndpoints(endpoints.slackApi), now)],
    ['githubApi', github(bounded, githubEndpoints(endpoints.githubApi), now)],
    [
      'neurocadUserIdentityApi',
      passport({ fetch: bounded, now, loginHintParameter: endpoints.neurocadUserIdentityApi?.loginHintParameter }),
    ],
    ['serviceApi', service(bounded, now)],
    ['neurocadDesktopApi', desktopService],
    ['webhook_source', webhookSource],
    ['genericOAuth2', genericOAuth2(bounded, now)],
    ['genericApiKey', genericApiKey(bounded)],
    ['googleApi', google(bounded, endpoints.googleApi, now)],
    ['microsoftApi', microsoft(bounded, endpoints.microsoftApi, now)],
    ['linearApi', linear(bounded, endpoints.linearApi, now)],
    ['oktaApi', okta(bounded, endpoints.oktaApi, now)],
  ])
}
