import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { RunId } from '../../../src-shared/domain/identifiers'
import { runWords } from '../../../src-shared/words/en/run'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { LoadedRun } from './loaded-run'

/** `id` comes from the address, so it may name nothing: then the engine says so. */
export default function RunPage({ id }: { id: string }) {
  const [, navigate] = useLocation()
  const run = useConnect((state) => state.runViews[id])
  const loadRun = useConnect((state) => state.loadRun)
  const load = useAction(loadRun)
  const read = load.run
  const above = run === undefined ? paths.runs() : paths.recipe(run.recipeId)
  useTitle(run && runWords.runOf(run.recipeName))
  useEffect(() => void read(id as RunId), [read, id])
  useShortcuts({ Escape: useBack(above) })
  return (
    <Page>
      <BackLink to={above}>{run?.recipeName ?? runWords.back}</BackLink>
      {run !== undefined && <LoadedRun run={run} />}
      {run === undefined && load.problem === undefined && <div className="skeleton h-11 w-96 max-w-full" aria-hidden />}
      {run === undefined && load.problem !== undefined && (
        <>
          <h1 className="sr-only">{runWords.notThere}</h1>
          <ProblemNotice problem={load.problem} onBack={() => navigate(paths.runs())} onRetry={() => void read(id as RunId)} />
        </>
      )}
    </Page>
  )
}
