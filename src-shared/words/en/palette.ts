import { area } from '../chosen'
import { type Rich, rich } from '../rich'

export const paletteWords = area('palette', {
  suggestions: 'Suggestions',
  services: 'Services',
  connections: 'Connections',
  actions: 'Actions',
  nothingMatches: (typed: string) => `Nothing matches “${typed}”.`,
  /** What is typed before a connection's name to do something with it. In lower case. */
  reconnectVerb: 'reconnect',
  testVerb: 'test',
  reconnect: <Part>(name: Part): Rich<Part> => rich`Reconnect ${name}`,
  test: <Part>(name: Part): Rich<Part> => rich`Test ${name}`,

  works: (name: string) => `${name} works`,
  failed: (name: string) => `${name} failed its test`,
  notTested: (name: string) => `${name} could not be tested`,

  goToConnect: 'Go to Connect',
  goToAttention: 'Go to Needs attention',
  goToConnections: 'Go to All connections',
  goToRecipes: 'Go to Recipes',
  goToRuns: 'Go to Runs',
  goToGrants: 'Go to Grants you gave',
  goToInbox: 'Go to Inbox',
  goToAudit: 'Go to Activity, the audit',
  goToImport: 'Import from another program',
  recipes: 'Recipes',
  goToSettings: 'Go to Settings',
  add: (service: string) => `Add ${service}`,
  shortcuts: 'Keyboard shortcuts',
  lightTheme: 'Switch to the light theme',
  darkTheme: 'Switch to the dark theme',
  systemTheme: 'Switch to the theme of the system',
  notificationsOn: 'Turn on notifications',
  notificationsOff: 'Turn off notifications',
  lock: 'Lock the vault',
})
