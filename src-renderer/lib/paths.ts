export const paths = {
  directory: '/connect',
  type: (type: string) => `/connect/provider/${type}`,
  connection: (id: string) => `/connect/${id}`,
  /** `query` as `filterToQuery` writes it: empty, or with its question mark. */
  connections: (query = '') => `/connections${query}`,
  attention: '/attention',
  recipes: '/recipes',
  recipe: (id: string) => `/recipes/${id}`,
  /** A recipe with one of its nodes open. */
  recipeNode: (id: string, nodeId: string) => `/recipes/${id}?node=${nodeId}`,
  /** Of all recipes, or of one. */
  runs: (recipeId?: string) => (recipeId === undefined ? '/runs' : `/runs?recipe=${recipeId}`),
  run: (id: string) => `/runs/${id}`,
  grants: '/grants',
  inbox: '/inbox',
  import: '/import',
  settings: '/settings',
  /** One section of the settings: `security`. */
  settingsSection: (section: string) => `/settings#${section}`,
  recovery: '/settings/recovery',
  keyHealth: '/settings/key-health',
  /** `query` as `auditViewToQuery` writes it: empty, or with its question mark. */
  audit: (query = '') => `/audit${query}`,
} as const
