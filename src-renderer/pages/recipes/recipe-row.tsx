import { ChevronRight } from 'lucide-react'
import type { RecipeSummary } from '../../../src-shared/contract/recipe'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { OptionRow } from '../../components/connection-rows/option-row'
import type { RowPlace } from '../../components/connection-rows/virtual-rows'
import { RunMark } from '../../components/run-mark'
import { VerdictIcon } from '../../components/verdict-icon'
import { classNames } from '../../lib/class-names'
import { verdictInWords } from '../../lib/verdict-in-words'
import { useConnect } from '../../stores/use-connect'

/** A name, and one line of what it would do. In pixels. */
export const recipeRowHeight = 60

interface RecipeRowProps {
  place: RowPlace
  /** Undefined while its page is being read. */
  id: string | undefined
  onOpen(): void
}

export function RecipeRow({ place, id, onOpen }: RecipeRowProps) {
  const recipe = useConnect((state) => (id === undefined ? undefined : state.recipes[id]))
  return (
    <OptionRow place={place} onOpen={onOpen}>
      {recipe && <RecipeLine recipe={recipe} />}
    </OptionRow>
  )
}

const deployed = (count: number) => {
  if (count === 0) return recipeListWords.notDeployed
  return count === 1 ? recipeListWords.deployed : recipeListWords.deployedTimes(count)
}

function RecipeLine({ recipe: { name, verdict, deployments, lastRun } }: { recipe: RecipeSummary }) {
  const says = verdictInWords(verdict)
  return (
    <>
      <VerdictIcon verdict={verdict} />
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="truncate font-medium">{name}</bdi>
        <span className={classNames('truncate text-small', verdict.ok ? 'text-muted' : 'text-warn-ink')} title={says}>
          {says}
        </span>
      </span>
      <span
        className={classNames('hidden w-28 shrink-0 truncate text-small @xl:block', deployments > 0 ? 'text-ink' : 'text-muted')}
      >
        {deployed(deployments)}
      </span>
      <span className="hidden w-50 shrink-0 justify-end text-muted text-small @lg:flex">
        {lastRun === null ? recipeListWords.neverRan : <RunMark run={lastRun} />}
      </span>
      <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
    </>
  )
}
