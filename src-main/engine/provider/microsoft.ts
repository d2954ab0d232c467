import type { Fetch } from '../port'
import { declaredDescription } from './generic/declared-description'
import { declaredEndpoints, declaredOAuth } from './generic/declared-endpoints'
import { namedAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'User.Read', reason: 'Know which account this is.' },
  { name: 'Files.ReadWrite', reason: 'Read and write files in OneDrive.' },
  { name: 'offline_access', reason: 'Keep working after the first hour.' },
]

const authority = 'https://login.microsoftonline.com/common/oauth2/v2.0'

/**
 * Microsoft Graph, by the Microsoft identity platform.
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function microsoft(fetch: Fetch, override: Partial<Record<string, string>> | undefined, now: () => number): Provider {
  const endpoints = declaredEndpoints(
    {
      authorizeUrl: `${authority}/authorize`,
      tokenUrl: `${authority}/token`,
      // It ends no token on request: only a person or an administrator can.
      identityUrl: 'https://graph.microsoft.com/v1.0/me',
      origins: ['https://graph.microsoft.com'],
    },
    override,
  )
  const oauth = declaredOAuth(endpoints, {
    scopes,
    scopeSeparator: ' ',
    // A person with several accounts signed in is asked which one it shall be.
    extraParameters: { prompt: 'select_account' },
  })
  return oauthProvider(fetch, now, {
    description: declaredDescription({
      type: 'microsoftApi',
      name: 'Microsoft',
      description: 'Lets recipes call Microsoft Graph: files in OneDrive and the account itself.',
      category: 'Productivity',
      scopes,
      appFields: [
        { name: 'clientId', label: 'Application (client) ID', kind: 'text', required: true },
        {
          name: 'clientSecret',
          label: 'Client secret',
          kind: 'secret',
          required: false,
          help: 'Only for an app of the platform "Web". Leave it empty for "Mobile and desktop applications".',
        },
      ],
      help: [
        'Register an app in Microsoft Entra with the redirect address http://127.0.0.1/api/microsoftApi/oauth/callback. The port is not compared.',
        'Give it the delegated permissions User.Read, Files.ReadWrite and offline_access of Microsoft Graph.',
      ],
      helpLinks: [{ label: 'App registrations in Microsoft Entra', url: 'https://entra.microsoft.com' }],
    }),
    declare: () => ({
      oauth,
      identity: { url: endpoints.identityUrl, account: namedAccount('mail', 'userPrincipalName', 'displayName') },
    }),
    origins: () => endpoints.origins,
    manualRevoke:
      'Microsoft ends no tokens on request. Remove the app at https://myapps.microsoft.com, or for a personal account at https://account.live.com/consent/Manage.',
  })
}
