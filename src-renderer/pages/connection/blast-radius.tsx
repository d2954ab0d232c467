import { TriangleAlert } from 'lucide-react'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { usageWords } from '../../../src-shared/words/en/usage'
import { RunMark } from '../../components/run-mark'

const shownAtMost = 6

/** What stops, by name: recipes, their nodes, grants, and when each ran last. */
export function BlastRadius({ recipes }: { recipes: ConnectionUsage['recipes'] }) {
  if (recipes.length === 0) return <p className="text-muted">{usageWords.breaksNothing}</p>
  const grants = recipes.reduce((sum, recipe) => sum + recipe.grants, 0)
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <p className="flex items-center gap-2 bg-warn-soft px-3 py-2 font-medium text-warn-ink">
        <TriangleAlert className="size-4 shrink-0" aria-hidden />
        {usageWords.breaks(recipes.length)}
      </p>
      <ul className="max-h-56 divide-y divide-line overflow-y-auto">
        {recipes.slice(0, shownAtMost).map(({ recipeId, name, nodes, deployed, lastRun }) => (
          <li key={recipeId} className="px-3 py-2">
            <p className="flex items-baseline justify-between gap-3">
              <bdi className="min-w-0 truncate font-medium">{name}</bdi>
              <span className="shrink-0 text-muted text-small">{deployed ? usageWords.deployed : usageWords.draft}</span>
            </p>
            <p className="line-clamp-2 text-muted text-small">{usageWords.nodes(nodes.map((node) => node.name))}</p>
            {lastRun !== null && <RunMark run={lastRun} />}
          </li>
        ))}
      </ul>
      {(recipes.length > shownAtMost || grants > 0) && (
        <p className="border-line border-t px-3 py-2 text-muted text-small">
          {recipes.length > shownAtMost && <span className="block">{usageWords.andMore(recipes.length - shownAtMost)}</span>}
          {grants > 0 && usageWords.grantsEnd(grants)}
        </p>
      )}
    </div>
  )
}
