import type { Fetch } from '../port'
import { declaredDescription } from './generic/declared-description'
import { declaredEndpoints, declaredOAuth } from './generic/declared-endpoints'
import { OpenIdAccount } from './generic/identity'
import { oauthProvider } from './generic/oauth-provider'
import type { Provider } from './provider'

const scopes = [
  { name: 'openid', reason: 'Know which account this is.' },
  { name: 'email', reason: 'Show the address of the account.' },
  { name: 'https://www.googleapis.com/auth/drive.file', reason: 'Read and write the files that recipes make in Drive.' },
  { name: 'https://www.googleapis.com/auth/spreadsheets', reason: 'Read and fill spreadsheets.' },
]

/** Google, by its OAuth 2.0 for installed apps. Source: https://developers.google.com/identity/protocols/oauth2/native-app */
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
      description: 'Lets recipes work with spreadsheets and with files in Drive.',
      category: 'Productivity',
      scopes,
      appFields: [
        { name: 'clientId', label: 'Client ID', kind: 'text', required: true, placeholder: '….apps.googleusercontent.com' },
        { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
      ],
      help: [
        'Make an OAuth client of the type "Desktop app" in the Google Cloud console: Google then answers this computer at any port.',
        'Switch on the Drive and Sheets APIs in the same project.',
        'While the consent screen is in testing, Google ends its tokens after seven days.',
      ],
      helpLinks: [{ label: 'Credentials in the Google Cloud console', url: 'https://console.cloud.google.com/apis/credentials' }],
    }),
    declare: () => ({ oauth, identity: { url: endpoints.identityUrl, account: OpenIdAccount } }),
    origins: () => endpoints.origins,
    // Google takes back what the account gave this app, whichever of its tokens is named.
    endsAllOfAccount: true,
    manualRevoke:
      'Google could not be told. Remove the app under "Third-party apps and services" in the Google account, so that its tokens stop working.',
  })
}
