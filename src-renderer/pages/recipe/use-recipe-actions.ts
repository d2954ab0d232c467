import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { DeploymentId } from '../../../src-shared/domain/identifiers'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { paths } from '../../lib/paths'
import type { Problem } from '../../lib/problem'
import { recipeDocument, recipeFileName } from '../../lib/recipe-document'
import { saveJson } from '../../lib/save-json'
import { useAction } from '../../lib/use-action'
import { useConnect, useConnectStore } from '../../stores/use-connect'

export interface RecipeActions {
  deploying: boolean
  deploy(): void
  running: boolean
  /** Undefined while nothing of it is deployed. */
  run: (() => void) | undefined
  runDeployment(id: DeploymentId): void
  /** A deployment that is to be run with an input; undefined closes the question. */
  askForInput(id: DeploymentId | undefined): void
  asking: DeploymentId | undefined
  export(): void
  /** How often it was tried to deploy what cannot be deployed: what stops it says so already. */
  attempts: number
  problem: { of: Problem; retry(): void } | undefined
}

/** Codes of a refusal that the page explains place by place. */
const explained: ReadonlySet<string> = new Set(['WORKFLOW_CREDENTIAL_GRANT', 'INVALID_INPUT'])

/** What a person can do with a recipe from its page, by button or key. */
export function useRecipeActions(recipe: RecipeView, latest: DeploymentView | undefined): RecipeActions {
  const [, navigate] = useLocation()
  const store = useConnectStore()
  const startRun = useConnect((state) => state.startRun)
  const [asking, setAsking] = useState<DeploymentId>()
  const [attempts, setAttempts] = useState(0)
  const deploying = useAction(async () => {
    const { client, notify, recipesChanged } = store.getState()
    try {
      await client.deployment.deploy({ id: recipe.id })
      notify(recipePageWords.deployedIt(recipe.name))
    } finally {
      setAttempts((before) => before + 1)
      // What stopped it may be news to this page as well.
      recipesChanged([recipe.id])
    }
  })
  const starting = useAction(async (id: DeploymentId) => navigate(paths.run(await startRun({ id }))))
  const exporting = useAction(async () => {
    const { host, notify } = store.getState()
    const file = recipeFileName(recipe.name)
    const how = await saveJson(host, file, recipeDocument(recipe))
    if (how === 'saved') notify(recipePageWords.exported(file))
    else notify(recipePageWords.copiedInstead, recipePageWords.copiedInsteadDetail)
  })
  const refused = deploying.problem !== undefined && !explained.has(deploying.problem.code) ? deploying.problem : undefined
  const problem =
    refused !== undefined
      ? { of: refused, retry: () => void deploying.run() }
      : starting.problem !== undefined && latest !== undefined
        ? { of: starting.problem, retry: () => void starting.run(latest.id) }
        : exporting.problem && { of: exporting.problem, retry: () => void exporting.run() }
  return {
    deploying: deploying.busy,
    deploy: () => void deploying.run(),
    running: starting.busy,
    run: latest && (() => void starting.run(latest.id)),
    runDeployment: (id) => void starting.run(id),
    askForInput: setAsking,
    asking,
    export: () => void exporting.run(),
    attempts,
    problem,
  }
}
