import { area } from '../chosen'

export const directoryWords = area('directory', {
  importKeys: 'Import from another program',
  title: 'Connect',
  lead: 'The services your recipes can act through.',
  search: 'Search services and connections',
  yours: 'Your connections',
  allConnections: 'All connections',
  managed: 'Managed by your organisation',
  available: 'Available',
  privateCard: 'Private: only you see yours',

  nothingYet: 'Nothing is connected yet',
  nothingYetWhy:
    'A recipe can only reach a service through a connection. Approve one on the provider’s own page and its token is sealed in your vault.',
  setUp: (service: string) => `Set up ${service}`,

  needsAttention: 'Needs attention',
  needsAttentionList: 'Connections that need attention',
  seeAll: 'See all',

  services: 'Services',
  connections: 'Connections',
  connectionsFound: 'Connections found',
  filterThese: 'Filter these',
  nothingFoundWhy: 'Search looks at names, accounts, ids and types, from the beginning of each word. Try fewer letters.',
})
