import { Link, useLocation } from 'wouter'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { runWords } from '../../../src-shared/words/en/run'
import { linkLook } from '../../components/link-look'
import { ProblemNotice } from '../../components/problem-notice'
import { RunLine } from '../../components/run-line'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'
import { useRuns } from '../../stores/use-runs'

/** The others have a page of their own. */
const shownAtMost = 5

/** How it went the last few times. */
export function RecipeRuns({ recipeId }: { recipeId: RecipeId }) {
  const list = useRuns(recipeId)
  const runs = useConnect((state) => state.runs)
  const [, navigate] = useLocation()
  const shown = Array.from({ length: Math.min(list.total ?? 0, shownAtMost) }, (_, index) => runs[list.idAt(index) ?? ''])
  return (
    <Section
      title={recipePageWords.runs}
      action={
        (list.total ?? 0) > 0 && (
          <Link href={paths.runs(recipeId)} className={linkLook}>
            {recipePageWords.allRuns}
          </Link>
        )
      }
    >
      {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.total === undefined && list.problem === undefined && <div className="skeleton h-12" aria-hidden />}
      {list.total === 0 && (
        <p className="rounded-card border border-line border-dashed px-4 py-3 text-muted">{runWords.noneOfRecipe}</p>
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          {shown.map(
            (run) =>
              run && (
                <li key={run.id}>
                  <button
                    type="button"
                    onClick={() => navigate(paths.run(run.id))}
                    className="@container flex h-12 w-full items-center gap-3 px-3.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
                  >
                    <RunLine run={run} />
                  </button>
                </li>
              ),
          )}
        </ul>
      )}
    </Section>
  )
}
