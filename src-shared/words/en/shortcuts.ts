import { area } from '../chosen'

/** The sheet of keyboard shortcuts, with the keys as keyboards of this language have them. */
export const shortcutWords = area('shortcuts', {
  title: 'Keyboard shortcuts',
  escape: 'Esc',
  home: 'Home',
  end: 'End',
  enter: 'Enter',

  everywhere: 'Everywhere',
  jump: 'Search and jump',
  search: 'Search on this page, or all connections',
  lock: 'Lock the vault',
  settings: 'Open the settings',
  back: 'Back, or close',
  notices: 'To the notices in the corner',
  sheet: 'Show these shortcuts',

  lists: 'Lists',
  next: 'Next',
  previous: 'Previous',
  first: 'First',
  last: 'Last',
  open: 'Open',

  onConnection: 'On a connection, or on one that needs attention',
  reconnect: 'Reconnect',
  test: 'Test, on its page',
  diagnose: 'Diagnose, on its page',

  onRecipe: 'On recipes',
  importRecipe: 'Import one, on their list',
  deploy: 'Deploy, on its page',
  run: 'Run what is deployed, or retry a run that failed',
})
