import { area } from '../chosen'
import { plural } from './forms'

/** The page of one connection. */
export const connectionWords = area('connection', {
  back: 'Connect',
  notThere: 'This connection cannot be shown',
  rename: 'Rename',
  name: 'Name',
  save: 'Save',
  renamedMeanwhile: (name: string) => `Someone renamed it to “${name}” meanwhile. Save again to use yours instead.`,
  typeOf: (service: string) => `${service}:`,

  newKey: 'Enter a new key',
  test: 'Test',
  changeEndpoints: 'Change endpoints',
  enterApp: 'Enter your app',
  remove: 'Remove',

  works: 'The provider answered: this connection works',
  testFailed: (why: string) => `The test failed: ${why}`,
  refused: 'the provider refused it',

  managedMeaning: 'Recipes that rely on it fail until your operator provides it again. Talk to them.',
  suspendedMeaning: (account: string, service: string) =>
    `Recipes that use this connection fail until an owner of ${account} lifts the suspension at ${service}. It then works again by itself, under the same id.`,
  refreshesFailed: (count: number) => plural(count, { one: 'The last refresh failed', other: 'The last # refreshes failed' }),
  stillWorks: 'It still works, and is tried again by itself. There is nothing to do unless this lasts.',

  asksForMore: (service: string, count: number) =>
    plural(count, {
      one: `${service} now asks for # more permission`,
      other: `${service} now asks for # more permissions`,
    }),
  addToApp: (count: number) =>
    plural(count, {
      one: 'Recipes that need it fail. Add what is missing to your App, then accept it for the installation.',
      other: 'Recipes that need one of them fail. Add what is missing to your App, then accept it for the installation.',
    }),
  missingScope: (count: number) =>
    plural(count, {
      one: 'Recipes that need it stop with missing_scope until you reconnect. The id stays.',
      other: 'Recipes that need one of them stop with missing_scope until you reconnect. The id stays.',
    }),

  permissions: 'Permissions',
  newScope: 'New with the last reconnect',
  lostScope: 'No longer granted',
  missing: 'Not granted',

  history: 'History',
  byOperator: 'by your operator',
  byItself: 'by itself',
  earlier: 'Show earlier',

  removeTitle: (name: string) => `Remove ${name}?`,
  removeLead: 'Any recipe node still referencing this credential will fail to run until you reconfigure it.',
  removeKey: 'The key is erased here; withdraw it at the service that gave it, too.',
  removeToken: (provider: string) =>
    `${provider.charAt(0).toUpperCase()}${provider.slice(1)} is told to revoke its access, and the token is erased here.`,
  removeKeeps: 'The id and the history stay; reconnecting brings it back under the same id.',
  removeButton: 'Remove connection',
  removed: (name: string) => `Removed ${name}`,
})
