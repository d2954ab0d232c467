import { z } from 'zod'
import type { Fetch } from '../port'
import { declaredEndpoints } from './generic/declared-endpoints'
import { namedAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'read', reason: 'Read issues, projects and comments.' },
  { name: 'write', reason: 'Make and change issues and comments.' },
]

const Viewer = z.object({ data: z.object({ viewer: namedAccount('email', 'name') }) }).transform(({ data }) => data.viewer)

/** Linear. Source: https://linear.app/developers/oauth-2-0-authentication */
export function linear(fetch: Fetch, override: Partial<Record<string, string>> | undefined, now: () => number): Provider {
  const { identityUrl, ...endpoints } = declaredEndpoints(
    {
      authorizeUrl: 'https://linear.app/oauth/authorize',
      tokenUrl: 'https://api.linear.app/oauth/token',
      revokeUrl: 'https://api.linear.app/oauth/revoke',
      identityUrl: 'https://api.linear.app/graphql',
      origins: ['https://api.linear.app'],
    },
    override,
  )
  const oauth = {
    ...endpoints,
    scopes: scopes.map(({ name }) => name),
    scopeSeparator: ',' as const,
    pkce: true,
    clientAuthentication: 'client_secret_post' as const,
    // Asks again although it was granted before, so that scopes added since are granted too.
    extraParameters: { prompt: 'consent' },
    bearerTokenTypes: [],
  }
  return oauthProvider(fetch, now, {
    description: {
      type: 'linearApi',
      name: 'Linear',
      description: 'Lets recipes read, make and change issues.',
      category: 'Project management',
      visibility: 'org',
      managed: false,
      creation: 'authorization',
      inDirectory: true,
      usedBy: ['HTTP request'],
      scopes,
      fields: [],
      appFields: [
        { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
        { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
        {
          name: 'redirectUri',
          label: 'Redirect page',
          kind: 'url',
          required: false,
          placeholder: 'https://',
          help: 'An HTTPS page registered at Linear that hands the answer on. Leave it empty where this address is registered with its port.',
        },
      ],
      help: [
        'Make an OAuth application in the settings of your Linear workspace, under API.',
        'Linear compares redirect addresses whole, port included.',
      ],
      helpLinks: [{ label: 'API settings in Linear', url: 'https://linear.app/settings/api' }],
    },
    declare: () => ({
      oauth,
      identity: { url: identityUrl, query: { query: '{ viewer { id email name } }' }, account: Viewer },
    }),
    origins: () => endpoints.origins,
    manualRevoke: 'Linear could not be told. Revoke the application in Linear under Settings, Security & access.',
  })
}
