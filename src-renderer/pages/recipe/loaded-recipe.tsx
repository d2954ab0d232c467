import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { ProblemNotice } from '../../components/problem-notice'
import { RecipeDrop } from '../../components/recipe-import/recipe-drop'
import { RecipeImportDialog } from '../../components/recipe-import/recipe-import-dialog'
import { paths } from '../../lib/paths'
import { useShortcuts } from '../../lib/use-shortcuts'
import { Deployments } from './deployments'
import { troubleByNode } from './node-trouble'
import { RecipeHeader } from './recipe-header'
import { RecipeNodes } from './recipe-nodes'
import { RecipeRuns } from './recipe-runs'
import { RemoveRecipeDialog } from './remove-recipe-dialog'
import { RunDialog } from './run-dialog'
import { StopsNotice } from './stops-notice'
import { useDeployments } from './use-deployments'
import { useRecipeActions } from './use-recipe-actions'

export function LoadedRecipe({ recipe }: { recipe: RecipeView }) {
  const [, navigate] = useLocation()
  const node = new URLSearchParams(useSearch()).get('node') ?? undefined
  /** What the dialog begins with: nothing, or the text that was dropped. */
  const [replacing, setReplacing] = useState<{ text: string }>()
  const [removing, setRemoving] = useState(false)
  const trouble = useMemo(() => troubleByNode(recipe.verdict), [recipe.verdict])
  const deployments = useDeployments(recipe.id)
  const actions = useRecipeActions(recipe, deployments.latest)
  const select = useCallback(
    (id: string | undefined) =>
      navigate(id === undefined ? paths.recipe(recipe.id) : paths.recipeNode(recipe.id, id), { replace: true }),
    [navigate, recipe.id],
  )
  const leave = () => (node === undefined ? navigate(paths.recipes) : select(undefined))
  useShortcuts({ Escape: leave, d: actions.deploy, ...(actions.run && { r: actions.run }) })
  return (
    <>
      <div className="-mt-4 flex flex-col gap-3">
        <RecipeHeader
          recipe={recipe}
          actions={actions}
          onReplace={() => setReplacing({ text: '' })}
          onRemove={() => setRemoving(true)}
        />
        {actions.problem !== undefined && <ProblemNotice problem={actions.problem.of} onRetry={actions.problem.retry} />}
        <StopsNotice recipe={recipe} attempted={actions.attempts} onShow={select} />
      </div>
      <RecipeNodes recipe={recipe} trouble={trouble} selected={node} onSelect={select} />
      <Deployments recipe={recipe} deployments={deployments} onRun={actions.runDeployment} onRunWith={actions.askForInput} />
      <RecipeRuns recipeId={recipe.id} />
      <RecipeDrop onText={(text) => setReplacing({ text })} />
      {replacing !== undefined && (
        <RecipeImportDialog text={replacing.text} over={recipe} onClose={() => setReplacing(undefined)} />
      )}
      {removing && <RemoveRecipeDialog recipe={recipe} onClose={() => setRemoving(false)} />}
      {actions.asking !== undefined && (
        <RunDialog deploymentId={actions.asking} name={recipe.name} onClose={() => actions.askForInput(undefined)} />
      )}
    </>
  )
}
