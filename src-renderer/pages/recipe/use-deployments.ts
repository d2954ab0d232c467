import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { type Answer, useAnswer } from '../../lib/use-answer'
import { useConnect } from '../../stores/use-connect'

export interface RecipeDeployments extends Answer<readonly DeploymentView[]> {
  /** The newest that was not withdrawn: what "Run" runs. */
  latest: DeploymentView | undefined
}

/** What is deployed of a recipe, newest first; kept current. */
export function useDeployments(recipeId: RecipeId): RecipeDeployments {
  const client = useConnect((state) => state.client)
  const revision = useConnect((state) => state.recipeRevision)
  const answer = useAnswer(
    async (signal) => (await client.deployment.list({ recipeId }, { signal })).items,
    [client, recipeId, revision],
  )
  return { ...answer, latest: answer.value?.find(({ withdrawnAt }) => withdrawnAt === null) }
}
