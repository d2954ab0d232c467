import { z } from 'zod'
import { linearWords } from '../../../src-shared/words/en/linear'
import type { Fetch } from '../port'
import { clientFields, declaredDescription, redirectPage } from './generic/declared-description'
import { declaredEndpoints, declaredOAuth } from './generic/declared-endpoints'
import { namedAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'read', reason: linearWords.readIssuesProjectsComments },
  { name: 'write', reason: linearWords.makeChangeIssuesComments },
]

const Viewer = z.object({ data: z.object({ viewer: namedAccount('email', 'name') }) }).transform(({ data }) => data.viewer)

/** Linear. Source: https://linear.app/developers/oauth-2-0-authentication */
export function linear(fetch: Fetch, override: Partial<Record<string, string>> | undefined, now: () => number): Provider {
  const endpoints = declaredEndpoints(
    {
      authorizeUrl: 'https://linear.app/oauth/authorize',
      tokenUrl: 'https://api.linear.app/oauth/token',
      revokeUrl: 'https://api.linear.app/oauth/revoke',
      identityUrl: 'https://api.linear.app/graphql',
      origins: ['https://api.linear.app'],
    },
    override,
  )
  const oauth = declaredOAuth(endpoints, {
    scopes,
    scopeSeparator: ',',
    // Asks again although it was granted before, so that scopes added since are granted too.
    extraParameters: { prompt: 'consent' },
  })
  return oauthProvider(fetch, now, {
    description: declaredDescription({
      type: 'linearApi',
      name: 'Linear',
      description: linearWords.description,
      category: linearWords.category,
      scopes,
      appFields: [...clientFields, redirectPage('Linear')],
      help: [linearWords.makeOauthApplicationSettings, linearWords.linearComparesRedirectAddresses],
      helpLinks: [{ label: linearWords.apiSettingsLinear, url: 'https://linear.app/settings/api' }],
    }),
    declare: () => ({
      oauth,
      identity: { url: endpoints.identityUrl, query: { query: '{ viewer { id email name } }' }, account: Viewer },
    }),
    origins: () => endpoints.origins,
    manualRevoke: linearWords.manualRevoke,
  })
}
