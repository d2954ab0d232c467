import { boundedFetch } from '../oauth/bounded-fetch'
import type { Fetch, ProviderEndpoints } from '../port'
import { githubEndpoints } from './github/endpoints'
import { github } from './github/github'
import { desktopService } from './managed/desktop-service'
import { service } from './managed/service'
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
    ['serviceApi', service(bounded, now)],
    ['neurocadDesktopApi', desktopService],
    ['webhook_source', webhookSource],
  ])
}
