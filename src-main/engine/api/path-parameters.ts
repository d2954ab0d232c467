/** Names of the parameters in a route's path, as the contract writes them: `/connections/{id}/history`. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
