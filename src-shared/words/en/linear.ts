import { area } from '../chosen'

export const linearWords = area('linear', {
  readIssuesProjectsComments: 'Read issues, projects and comments.',
  makeChangeIssuesComments: 'Make and change issues and comments.',
  description: 'Lets recipes read, make and change issues.',
  category: 'Project management',
  makeOauthApplicationSettings: 'Make an OAuth application in the settings of your Linear workspace, under API.',
  linearComparesRedirectAddresses: 'Linear compares redirect addresses whole, port included.',
  apiSettingsLinear: 'API settings in Linear',
  manualRevoke: 'Linear could not be told. Revoke the application in Linear under Settings, Security & access.',
})
