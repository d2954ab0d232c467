import { area } from '../chosen'

/** The page of all connections, and its filters. */
export const connectionsWords = area('connections', {
  title: 'All connections',
  back: 'Connect',
  search: 'Search names, accounts and ids',
  list: 'Connections',

  filters: 'Filters',
  type: 'Type',
  status: 'Status',
  visibility: 'Visibility',
  chosen: (filter: string, value: string) => `${filter}: ${value}`,
  any: 'Any',
  onlyMine: 'Only mine',
  myOrganisation: 'My organisation',
  needsAttention: 'Needs attention',
  clear: 'Clear filters',

  nothingYet: 'Nothing is connected yet',
  nothingYetWhy: 'Connections of every service stand here once there are some.',
  choose: 'Choose a service',
  noMatch: 'No connection matches',
  quoted: (query: string) => `“${query}”`,
  narrowedTo: (what: readonly string[]) => `You narrowed the list to ${what.join(' · ')}.`,
  howSearchLooks: 'Search looks at the beginning of each word in names, accounts, ids and types.',
})
