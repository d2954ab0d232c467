import type { RunSummary } from '../../src-shared/contract/run'
import { classNames } from '../lib/class-names'
import { runLook } from '../lib/run-look'
import { RelativeTime } from './relative-time'
import { toneInk } from './tone'

/** How a run stands, in an icon and a word, and when it began. */
export function RunMark({ run: { status, startedAt } }: { run: Pick<RunSummary, 'status' | 'startedAt'> }) {
  const { icon: Icon, word, tone, moves } = runLook[status]
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-small">
      <Icon className={classNames('size-3.5 shrink-0', toneInk[tone], moves && 'spin')} aria-hidden />
      <span className={classNames('shrink-0', tone !== 'ok' && toneInk[tone])}>{word}</span>
      <span className="truncate text-muted">
        <RelativeTime at={startedAt} />
      </span>
    </span>
  )
}
