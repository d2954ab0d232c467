import { boundedFetch } from '../oauth/bounded-fetch'
import type { Fetch, ProviderEndpoints } from '../port'
import type { Provider, Providers } from './provider'
import { slack } from './slack'
import { slackEndpoints } from './slack-oauth'

/**
 * Every credential type, by key, in the order of the directory. A new provider adds its line here.
 * @param endpoints replaces the public addresses, for the demo and for a person's own server
 * @param now milliseconds since the epoch
 */
export function createProviders(fetch: Fetch, endpoints: ProviderEndpoints, now: () => number = Date.now): Providers {
  const bounded = boundedFetch(fetch)
  return new Map<string, Provider>([['slackApi', slack(bounded, slackEndpoints(endpoints.slackApi), now)]])
}
