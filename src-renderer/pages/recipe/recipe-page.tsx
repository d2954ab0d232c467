import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { NoticeBox } from '../../components/notice-box'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { LoadedRecipe } from './loaded-recipe'

/** `id` comes from the address, so it may name nothing: then the engine says so. */
export default function RecipePage({ id }: { id: string }) {
  const [, navigate] = useLocation()
  const recipe = useConnect((state) => state.recipeViews[id])
  const loadRecipe = useConnect((state) => state.loadRecipe)
  const { run, problem } = useAction(loadRecipe)
  useTitle(recipe?.name)
  useEffect(() => void run(id as RecipeId), [run, id])
  return (
    <Page wide>
      <BackLink to={paths.recipes}>{recipePageWords.back}</BackLink>
      {recipe == null ? (
        <>
          {problem !== undefined && (
            <>
              <h1 className="sr-only">{recipePageWords.notThere}</h1>
              <ProblemNotice problem={problem} onBack={() => navigate(paths.recipes)} onRetry={() => void run(id as RecipeId)} />
            </>
          )}
          {problem === undefined && recipe === null && (
            <>
              <h1 className="sr-only">{recipePageWords.notThere}</h1>
              <NoticeBox tone="gone">{recipePageWords.removedMeanwhile}</NoticeBox>
            </>
          )}
          {problem === undefined && recipe === undefined && <div className="skeleton h-11 w-96 max-w-full" aria-hidden />}
        </>
      ) : (
        <LoadedRecipe recipe={recipe} />
      )}
    </Page>
  )
}
