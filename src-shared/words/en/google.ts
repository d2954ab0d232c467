import { area } from '../chosen'

export const googleWords = area('google', {
  knowWhichAccountIs: 'Know which account this is.',
  showAddressAccount: 'Show the address of the account.',
  readWriteFilesRecipes: 'Read and write the files that recipes make in Drive.',
  readFillSpreadsheets: 'Read and fill spreadsheets.',
  description: 'Lets recipes work with spreadsheets and with files in Drive.',
  category: 'Productivity',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  makeOauthClientType:
    'Make an OAuth client of the type "Desktop app" in the Google Cloud console: Google then answers this computer at any port.',
  switchOnDriveSheets: 'Switch on the Drive and Sheets APIs in the same project.',
  whileConsentScreenIs: 'While the consent screen is in testing, Google ends its tokens after seven days.',
  credentialsGoogleCloudConsole: 'Credentials in the Google Cloud console',
  manualRevoke:
    'Google could not be told. Remove the app under "Third-party apps and services" in the Google account, so that its tokens stop working.',
})
