import { microsoftWords } from '../../../src-shared/words/en/microsoft'
import type { Fetch } from '../port'
import { declaredDescription } from './generic/declared-description'
import { declaredEndpoints, declaredOAuth } from './generic/declared-endpoints'
import { namedAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'User.Read', reason: microsoftWords.knowWhichAccountIs },
  { name: 'Files.ReadWrite', reason: microsoftWords.readWriteFilesOnedrive },
  { name: 'offline_access', reason: microsoftWords.keepWorkingAfterFirst },
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
      description: microsoftWords.description,
      category: microsoftWords.category,
      scopes,
      appFields: [
        { name: 'clientId', label: microsoftWords.applicationClientId, kind: 'text', required: true },
        {
          name: 'clientSecret',
          label: microsoftWords.clientSecret,
          kind: 'secret',
          required: false,
          help: microsoftWords.onlyAppPlatformWeb,
        },
      ],
      help: [
        microsoftWords.registerAppMicrosoftEntra,
        microsoftWords.beAnsweredByLink,
        microsoftWords.giveDelegatedPermissionsUser,
      ],
      helpLinks: [{ label: microsoftWords.appRegistrationsMicrosoftEntra, url: 'https://entra.microsoft.com' }],
    }),
    // An app of the platform "Mobile and desktop applications" may register either.
    // Source: https://learn.microsoft.com/en-us/entra/identity-platform/reply-url
    callbacks: ['loopback', 'deep_link'],
    declare: () => ({
      oauth,
      identity: { url: endpoints.identityUrl, account: namedAccount('mail', 'userPrincipalName', 'displayName') },
    }),
    origins: () => endpoints.origins,
    manualRevoke: microsoftWords.manualRevoke,
  })
}
