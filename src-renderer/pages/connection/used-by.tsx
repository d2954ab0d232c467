import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { RunMark } from '../../components/run-mark'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'
import type { Answer } from '../../lib/use-answer'

const shownAtFirst = 6

/** The recipes that a connection serves: what would stop without it. */
export function UsedBy({ usage: { value, problem, again } }: { usage: Answer<ConnectionUsage> }) {
  const [all, setAll] = useState(false)
  const recipes = value?.recipes
  const shown = all ? recipes : recipes?.slice(0, shownAtFirst)
  return (
    <Section title={usageWords.usedBy} note={recipes !== undefined && recipes.length > 0 && recipes.length}>
      {problem !== undefined && value === undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {value === undefined && problem === undefined && <div className="skeleton h-13" aria-hidden />}
      {recipes?.length === 0 && (
        <p className="rounded-card border border-line border-dashed px-4 py-3 text-muted">{usageWords.nothing}</p>
      )}
      {shown !== undefined && shown.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          {shown.map(({ recipeId, name, nodes, deployed, lastRun }) => (
            <li key={recipeId}>
              <Link
                href={paths.recipe(recipeId)}
                className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="flex min-w-40 flex-1 flex-col">
                  <bdi className="break-words font-medium">{name}</bdi>
                  <span className="line-clamp-2 text-muted text-small">{usageWords.nodes(nodes.map((node) => node.name))}</span>
                </span>
                <span className={deployed ? 'text-small' : 'text-muted text-small'}>
                  {deployed ? usageWords.deployed : usageWords.draft}
                </span>
                <span className="hidden w-48 justify-end text-muted text-small sm:flex">
                  {lastRun === null ? recipeListWords.neverRan : <RunMark run={lastRun} />}
                </span>
                <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!all && recipes !== undefined && recipes.length > shownAtFirst && (
        <Button className="mt-2" onClick={() => setAll(true)}>
          {usageWords.showAll(recipes.length - shownAtFirst)}
        </Button>
      )}
    </Section>
  )
}
