import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { Outputs } from '../../../src-shared/contract'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { RelativeTime } from '../../components/relative-time'
import { toneSoft } from '../../components/tone'
import type { ConnectionActions } from './use-connection-actions'

interface TestOutcomeProps {
  outcome: Outputs['connection']['test']
  reconnect: ConnectionActions['reconnect']
  onDismiss(): void
}

// A test may be asked for further down the page.
const comeIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

export function TestOutcome({ outcome, reconnect, onDismiss }: TestOutcomeProps) {
  const passed = outcome.result === 'success'
  const Icon = passed ? CircleCheck : CircleAlert
  return (
    <div
      ref={comeIntoView}
      role="status"
      className={`flex flex-wrap items-center gap-2.5 rounded-card py-1.5 pr-2 pl-3 ${passed ? toneSoft.ok : toneSoft.bad}`}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <p className="min-w-48 flex-1 break-words">
        {passed
          ? connectionWords.works
          : connectionWords.testFailed((outcome.error ?? connectionWords.refused).replace(/\.$/, ''))}
        {' · '}
        <RelativeTime at={outcome.at} />
      </p>
      {needsScopes(outcome) && reconnect && (
        <Button busy={reconnect.busy} onClick={reconnect.run}>
          {reconnect.label}
        </Button>
      )}
      <IconButton label={commonWords.dismiss} className="size-6 text-current [&_svg]:size-3.5" onClick={onDismiss}>
        <X />
      </IconButton>
    </div>
  )
}

/** The provider's own code stands in the sentence. Its status stays active, so nothing else here offers the way out. */
const needsScopes = ({ error = '' }: TestOutcomeProps['outcome']) => /\b(missing|insufficient)_scope\b/.test(error)
