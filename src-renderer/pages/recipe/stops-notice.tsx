import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { stopCount } from '../../lib/verdict-in-words'
import { StopRow } from './stop-row'

interface StopsNoticeProps {
  recipe: RecipeView
  /** Each time that it was tried to deploy it nonetheless, this is brought to the person's eye. */
  attempted: number
  onShow(nodeId: string): void
}

/** More than these take the page away from the recipe; the others are one button away. */
const shownAtMost = 4

/** All that stops a recipe, in node order, each with the one thing that mends it. Kept current as connections change. */
export function StopsNotice({ recipe: { verdict }, attempted, onShow }: StopsNoticeProps) {
  const [all, setAll] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (attempted > 0) box.current?.focus()
  }, [attempted])
  const count = stopCount(verdict)
  if (verdict.ok || count === 0) return null
  const rows = [
    ...verdict.problems.map((problem) => <StopRow key={`${problem.nodeId} ${problem.code}`} problem={problem} onShow={onShow} />),
    ...verdict.incomplete.map(({ path, nodeId, message }) => (
      <StopRow key={path} incomplete={{ nodeId, message }} onShow={onShow} />
    )),
  ]
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={recipePageWords.stopped(count)}
      className="overflow-hidden rounded-card border border-line bg-card outline-none"
    >
      <div className="flex items-start gap-2.5 bg-warn-soft px-3.5 py-2.5 text-warn-ink">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        <div className="min-w-0">
          <p className="font-medium">{recipePageWords.stopped(count)}</p>
          {attempted > 0 && verdict.problems.length > 0 && <p role="alert">{recipePageWords.cannotUse}</p>}
        </div>
      </div>
      <ul>{all ? rows : rows.slice(0, shownAtMost)}</ul>
      {!all && rows.length > shownAtMost && (
        <div className="border-line border-t px-2 py-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {recipePageWords.showAll(rows.length)}
          </Button>
        </div>
      )}
    </section>
  )
}
