import { googleWords } from '../../../src-shared/words/en/google'
import type { Fetch } from '../port'
import { declaredDescription } from './generic/declared-description'
import { declaredEndpoints, declaredOAuth } from './generic/declared-endpoints'
import { OpenIdAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'openid', reason: googleWords.knowWhichAccountIs },
  { name: 'email', reason: googleWords.showAddressAccount },
  { name: 'https://www.googleapis.com/auth/drive.file', reason: googleWords.readWriteFilesRecipes },
  { name: 'https://www.googleapis.com/auth/spreadsheets', reason: googleWords.readFillSpreadsheets },
]

/**
 * Google, by its OAuth 2.0 for installed apps. Its desktop clients are answered at a loopback address and nowhere else.
 * Source: https://developers.google.com/identity/protocols/oauth2/native-app and
 * https://developers.google.com/identity/protocols/oauth2/resources/loopback-migration
 */
export function google(fetch: Fetch, override: Partial<Record<string, string>> | undefined, now: () => number): Provider {
  const endpoints = declaredEndpoints(
    {
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      revokeUrl: 'https://oauth2.googleapis.com/revoke',
      identityUrl: 'https://openidconnect.googleapis.com/v1/userinfo',
      origins: ['https://openidconnect.googleapis.com', 'https://www.googleapis.com', 'https://sheets.googleapis.com'],
    },
    override,
  )
  const oauth = declaredOAuth(endpoints, {
    scopes,
    scopeSeparator: ' ',
    // Without the first there is no refresh token, and without the second only the first time.
    extraParameters: { access_type: 'offline', prompt: 'consent' },
  })
  return oauthProvider(fetch, now, {
    description: declaredDescription({
      type: 'googleApi',
      name: 'Google',
      description: googleWords.description,
      category: googleWords.category,
      scopes,
      appFields: [
        {
          name: 'clientId',
          label: googleWords.clientId,
          kind: 'text',
          required: true,
          placeholder: '….apps.googleusercontent.com',
        },
        { name: 'clientSecret', label: googleWords.clientSecret, kind: 'secret', required: true },
      ],
      help: [googleWords.makeOauthClientType, googleWords.switchOnDriveSheets, googleWords.whileConsentScreenIs],
      helpLinks: [{ label: googleWords.credentialsGoogleCloudConsole, url: 'https://console.cloud.google.com/apis/credentials' }],
    }),
    declare: () => ({ oauth, identity: { url: endpoints.identityUrl, account: OpenIdAccount } }),
    origins: () => endpoints.origins,
    // Google takes back what the account gave this app, whichever of its tokens is named.
    endsAllOfAccount: true,
    manualRevoke: googleWords.manualRevoke,
  })
}
