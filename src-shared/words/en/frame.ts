import { area } from '../chosen'

/** What stands around every page. */
export const frameWords = area('frame', {
  main: 'Main',
  connect: 'Connect',
  needsAttention: 'Needs attention',
  recipes: 'Recipes',
  inbox: 'Inbox',
  settings: 'Settings',
  lock: 'Lock',
  lockTitle: (keys: string) => `Lock the vault (${keys})`,
  account: (name: string) => `Account: ${name}`,
  actingAs: (name: string) => `Acting as ${name}`,
  demoAccounts: 'Demo accounts',
  current: 'Current',
  /** More than fit into the badge. */
  manyMore: '99+',

  searchOrJump: 'Search or jump to…',
  shortcuts: 'Keyboard shortcuts',
  searchAndJump: 'Search and jump',
  searchEverything: 'Search connections, services and actions',
})
