import { area } from '../chosen'

export const microsoftWords = area('microsoft', {
  knowWhichAccountIs: 'Know which account this is.',
  readWriteFilesOnedrive: 'Read and write files in OneDrive.',
  keepWorkingAfterFirst: 'Keep working after the first hour.',
  description: 'Lets recipes call Microsoft Graph: files in OneDrive and the account itself.',
  category: 'Productivity',
  applicationClientId: 'Application (client) ID',
  clientSecret: 'Client secret',
  onlyAppPlatformWeb: 'Only for an app of the platform "Web". Leave it empty for "Mobile and desktop applications".',
  registerAppMicrosoftEntra:
    'Register an app in Microsoft Entra with the redirect address http://127.0.0.1/api/microsoftApi/oauth/callback. The port is not compared.',
  beAnsweredByLink:
    'To be answered by a link, add neurocad://oauth/callback/microsoftApi to it, on the platform "Mobile and desktop applications".',
  giveDelegatedPermissionsUser:
    'Give it the delegated permissions User.Read, Files.ReadWrite and offline_access of Microsoft Graph.',
  appRegistrationsMicrosoftEntra: 'App registrations in Microsoft Entra',
  manualRevoke:
    'Microsoft ends no tokens on request. Remove the app at https://myapps.microsoft.com, or for a personal account at https://account.live.com/consent/Manage.',
})
