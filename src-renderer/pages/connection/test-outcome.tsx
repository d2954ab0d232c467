import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { Outputs } from '../../../src-shared/contract'
import { IconButton } from '../../components/icon-button'
import { RelativeTime } from '../../components/relative-time'
import { toneSoft } from '../../components/tone'

interface TestOutcomeProps {
  outcome: Outputs['connection']['test']
  onDismiss(): void
}

export function TestOutcome({ outcome, onDismiss }: TestOutcomeProps) {
  const passed = outcome.result === 'success'
  const Icon = passed ? CircleCheck : CircleAlert
  return (
    <div
      role="status"
      className={`flex items-center gap-2.5 rounded-card py-1.5 pr-2 pl-3 ${passed ? toneSoft.ok : toneSoft.bad}`}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 break-words">
        {passed
          ? 'The provider answered: this connection works'
          : `The test failed: ${outcome.error ?? 'the provider refused it'}`}
        {' · '}
        <RelativeTime at={outcome.at} />
      </p>
      <IconButton label="Dismiss" className="size-6 text-current [&_svg]:size-3.5" onClick={onDismiss}>
        <X />
      </IconButton>
    </div>
  )
}
