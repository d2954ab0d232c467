import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { missingScopes } from '../../../src-shared/domain/missing-scopes'

/** What the type asks for now and this connection was not given: it was authorized before, or the person left something out. */
export function lackingScopes({ status, managed, scopes }: ConnectionView, view: TypeView | undefined): string[] {
  if (status === 'revoked' || managed || view === undefined) return []
  const missing = missingScopes(
    view.scopes.map(({ name }) => name),
    scopes,
  )
  // GitHub: who may write may read.
  return missing.filter((name) => !scopes.includes(name.replace(/:read$/, ':write')))
}
