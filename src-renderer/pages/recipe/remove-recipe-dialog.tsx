import { useLocation } from 'wouter'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** Says what stops. A recipe that is gone does not come back, so it is asked and not undone. */
export function RemoveRecipeDialog({ recipe, onClose }: { recipe: RecipeView; onClose(): void }) {
  const [, navigate] = useLocation()
  const removeRecipe = useConnect((state) => state.removeRecipe)
  const notify = useConnect((state) => state.notify)
  const remove = useAction(async () => {
    await removeRecipe(recipe.id)
    notify(recipePageWords.removed(recipe.name))
    onClose()
    navigate(paths.recipes)
  })
  return (
    <Dialog
      alert
      title={recipePageWords.removeTitle(recipe.name)}
      description={recipePageWords.removeLead(recipe.deployments)}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="text-muted">{recipePageWords.removeGrants}</p>
        {remove.problem !== undefined && <ProblemNotice problem={remove.problem} onRetry={() => void remove.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={remove.busy} onClick={() => void remove.run()}>
          {recipePageWords.removeButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
