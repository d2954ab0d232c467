import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { type Answer, useAnswer } from '../../lib/use-answer'
import { useConnect } from '../../stores/use-connect'

/** What a connection serves; asked anew as recipes change, or it does. */
export function useUsage({ id, version }: Pick<ConnectionView, 'id' | 'version'>): Answer<ConnectionUsage> {
  const client = useConnect((state) => state.client)
  const revision = useConnect((state) => state.recipeRevision)
  return useAnswer((signal) => client.recipe.usage({ id }, { signal }), [client, id, version, revision])
}
