import { SquareActivity } from 'lucide-react'
import { useLocation, useSearch } from 'wouter'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { runWords } from '../../../src-shared/words/en/run'
import { Button } from '../../components/button'
import { OptionRow } from '../../components/connection-rows/option-row'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { EmptyState } from '../../components/empty-state'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { RunLine } from '../../components/run-line'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import type { RunFilter } from '../../stores/run-slice'
import { useConnect } from '../../stores/use-connect'
import { useRuns } from '../../stores/use-runs'
import { RecipeFilter } from './recipe-filter'

/** What ran, newest first; of one recipe where the address names it. */
export default function RunsPage() {
  useTitle(runWords.title)
  const [, navigate] = useLocation()
  const recipeId = (new URLSearchParams(useSearch()).get('recipe') ?? undefined) as RecipeId | undefined
  const of: RunFilter = recipeId ?? 'all'
  const list = useRuns(of)
  const runs = useConnect((state) => state.runs)
  const total = list.total ?? 0
  const open = (index: number) => {
    const id = list.idAt(index)
    if (id !== undefined) navigate(paths.run(id))
  }
  const active = useActiveRow({ total, open, scope: of, main: true })
  useShortcuts({ Escape: useBack(recipeId === undefined ? paths.recipes : paths.recipe(recipeId)) })
  return (
    <Page>
      <BackLink to={paths.recipes}>{runWords.toRecipes}</BackLink>
      <div className="-mt-4 flex flex-col gap-3">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-semibold text-title tracking-tight">{runWords.title}</h1>
          <RecipeFilter chosen={recipeId} onChoose={(id) => navigate(paths.runs(id))} />
        </header>
        {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
        {list.total === undefined && list.problem === undefined && <div className="skeleton h-[146px]" aria-hidden />}
        {list.total === 0 && (
          <EmptyState
            icon={SquareActivity}
            title={runWords.nothingYet}
            action={<Button onClick={() => navigate(paths.recipes)}>{runWords.toTheRecipes}</Button>}
          >
            {runWords.nothingYetWhy}
          </EmptyState>
        )}
        {total > 0 && (
          <VirtualRows role="listbox" label={runWords.list} total={total} rowHeight={48} active={active} onReach={list.reach}>
            {(place) => {
              const run = runs[list.idAt(place.index) ?? '']
              return (
                <OptionRow key={place.index} place={place} onOpen={() => open(place.index)}>
                  {run && <RunLine run={run} withRecipe={recipeId === undefined} />}
                </OptionRow>
              )
            }}
          </VirtualRows>
        )}
      </div>
    </Page>
  )
}
