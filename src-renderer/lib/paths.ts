export const paths = {
  directory: '/connect',
  type: (type: string) => `/connect/provider/${type}`,
  connection: (id: string) => `/connect/${id}`,
  /** `query` as `filterToQuery` writes it: empty, or with its question mark. */
  connections: (query = '') => `/connections${query}`,
  attention: '/attention',
  settings: '/settings',
} as const
