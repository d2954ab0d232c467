import { CircleAlert } from 'lucide-react'
import { problemWords } from '../../src-shared/words/en/problem'
import { type Problem, problemDetails } from '../lib/problem'
import { wayOut } from '../lib/way-out'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { RichText } from './rich-text'

interface ProblemNoticeProps {
  problem: Problem
  /** What each way out does here; a way that this place has no action for is left out. */
  onRetry?: () => void
  onReconnect?: () => void
  onUnlock?: () => void
  onBack?: () => void
  /** Where what is wrong was entered earlier, and not on this page. */
  onEdit?: { label: string; run(): void } | undefined
}

/** A sentence where it happened, the way out as a button, and the code at hand. */
export function ProblemNotice({ problem, onRetry, onReconnect, onUnlock, onBack, onEdit }: ProblemNoticeProps) {
  const way = wayOut(problem)
  const actions = { retry: onRetry, reconnect: onReconnect, unlock: onUnlock, back: onBack, copy: undefined, stay: undefined }
  const action = actions[way.kind]
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1 rounded-card border border-line bg-bad-soft py-1.5 pr-1.5 pl-3 text-bad-ink"
    >
      <CircleAlert className="size-4 shrink-0" aria-hidden />
      <div className="min-w-40 flex-1 py-1">
        <p className="break-words">{problem.sentence}</p>
        {problem.data.providerError !== undefined && (
          <p className="mt-0.5 text-small">
            <RichText of={problemWords.providersCode(<code className="font-mono">{problem.data.providerError}</code>)} />
          </p>
        )}
      </div>
      {way.kind !== 'stay' && action !== undefined && <Button onClick={action}>{way.label}</Button>}
      {problem.recovery === 'edit_input' && onEdit !== undefined && <Button onClick={onEdit.run}>{onEdit.label}</Button>}
      <CopyButton
        what={way.kind === 'copy' ? problemWords.detailsForSupport : problemWords.details}
        text={problemDetails(problem)}
      />
    </div>
  )
}
