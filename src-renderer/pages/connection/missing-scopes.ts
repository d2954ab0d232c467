import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'

/** What the type asks for now and this connection was not given: it was authorized before, or the person left something out. */
export function missingScopes(connection: ConnectionView, view: TypeView | undefined): TypeView['scopes'] {
  if (connection.status === 'revoked' || connection.managed) return []
  return (view?.scopes ?? []).filter(({ name }) => !connection.scopes.includes(name))
}

/** "Slack now asks for 2 more permissions". */
export const askedForMore = (typeName: string, count: number): string =>
  `${typeName} now asks for ${count === 1 ? '1 more permission' : `${count} more permissions`}`
