import { ChevronRight } from 'lucide-react'
import type { RunSummary } from '../../src-shared/contract/run'
import { runWords } from '../../src-shared/words/en/run'
import { classNames } from '../lib/class-names'
import { causeInWords } from '../lib/run-cause'
import { runLook } from '../lib/run-look'
import { RelativeTime } from './relative-time'
import { toneInk } from './tone'

interface RunLineProps {
  run: RunSummary
  /** Where runs of several recipes stand together. */
  withRecipe?: boolean
}

/** What a row of runs says of one: how it went, where it failed, what started it and when. */
export function RunLine({ run, withRecipe = false }: RunLineProps) {
  const { icon: Icon, word, tone, moves } = runLook[run.status]
  const cause = causeInWords(run)
  return (
    <>
      <Icon className={classNames('size-4 shrink-0', toneInk[tone], moves && 'spin')} aria-hidden />
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        {withRecipe && <bdi className="truncate font-medium">{run.recipeName}</bdi>}
        <span className={classNames('shrink-0', withRecipe ? toneInk[tone] : 'font-medium', tone !== 'ok' && toneInk[tone])}>
          {word}
        </span>
        {run.failedNode !== null && (
          <span className="hidden truncate text-muted @lg:inline">{runWords.failedAt(run.failedNode.name)}</span>
        )}
      </span>
      <span className="hidden w-52 shrink-0 truncate text-muted text-small @2xl:block">{cause}</span>
      <span className="w-28 shrink-0 truncate text-right text-muted text-small">
        <RelativeTime at={run.startedAt} />
      </span>
      <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
    </>
  )
}
