import type { AuthorizationFlow, Provider } from '../../../src-main/engine/provider/provider'

/** How a provider that must have a flow authorizes. */
export function flowOf({ authorization, description }: Provider): AuthorizationFlow {
  if (authorization === undefined) throw new Error(`${description.type} is not authorized`)
  return authorization
}
