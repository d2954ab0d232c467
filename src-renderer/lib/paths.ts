export const paths = {
  directory: '/connect',
  type: (type: string) => `/connect/provider/${type}`,
  connection: (id: string) => `/connect/${id}`,
  /** `query` as `filterToQuery` writes it: empty, or with its question mark. */
  connections: (query = '') => `/connections${query}`,
  attention: '/attention',
  settings: '/settings',
  /** One section of the settings: `security`. */
  settingsSection: (section: string) => `/settings#${section}`,
  recovery: '/settings/recovery',
  keyHealth: '/settings/key-health',
} as const
