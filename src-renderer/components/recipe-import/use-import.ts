import { useLocation } from 'wouter'
import { recipeImportWords } from '../../../src-shared/words/en/recipe-import'
import { paths } from '../../lib/paths'
import { withoutHidden } from '../../lib/recipe-document'
import { useAction } from '../../lib/use-action'
import type { RecipeInput } from '../../stores/recipe-slice'
import { useConnect } from '../../stores/use-connect'

/** Takes a recipe in, and goes to it. */
export function useImport(onImported?: () => void) {
  const [, navigate] = useLocation()
  const importRecipe = useConnect((state) => state.importRecipe)
  const notify = useConnect((state) => state.notify)
  return useAction(async (recipe: RecipeInput) => {
    const { id, name } = await importRecipe(withoutHidden(recipe))
    notify(recipeImportWords.imported(name))
    onImported?.()
    navigate(paths.recipe(id))
  })
}
