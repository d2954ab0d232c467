export const paths = {
  directory: '/connect',
  type: (type: string) => `/connect/provider/${type}`,
  connection: (id: string) => `/connect/${id}`,
  settings: '/settings',
} as const
