import { CircleAlert, TimerOff } from 'lucide-react'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import type { Waiting } from '../../stores/authorization-slice'
import { useConnect } from '../../stores/use-connect'

interface AuthorizationEndedProps {
  waiting: Waiting
  view: AuthorizationView
  name: string
  /** Undefined where other ways out stand above: in a walk through several. */
  onClose: (() => void) | undefined
}

/** It failed or took too long. Nothing was changed, and starting again is the way out. */
export function AuthorizationEnded({ waiting, view, name, onClose }: AuthorizationEndedProps) {
  const authorize = useConnect((state) => state.authorize)
  const again = useAction(() => authorize(waiting.purpose, waiting.known))
  const expired = view.status === 'expired'
  const Icon = expired ? TimerOff : CircleAlert
  const code = view.error?.data?.providerError ?? view.error?.code ?? view.status.toUpperCase()
  return (
    <>
      <div className="flex flex-col gap-3 px-5 pt-3">
        <div role="alert" className="flex items-start gap-3 rounded-card bg-bad-soft p-3.5 text-bad-ink">
          <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
          <div className="min-w-0">
            <p className="font-medium">{expired ? authorizationWords.tookTooLong : headline(waiting, name)}</p>
            <p className="mt-0.5 break-words">
              {expired ? authorizationWords.tenMinutes : (view.error?.message ?? authorizationWords.noReason)}{' '}
              {authorizationWords.nothingChanged}
            </p>
          </div>
        </div>
        {again.problem !== undefined && <ProblemNotice problem={again.problem} onRetry={() => void again.run()} />}
      </div>
      <DialogActions>
        <span className="mr-auto">
          <CopyButton
            wide
            what={authorizationWords.details}
            text={`code: ${code}\nauthorization: ${view.authorizationId}\nmessage: ${view.error?.message ?? ''}`}
          />
        </span>
        {onClose !== undefined && <Button onClick={onClose}>{commonWords.close}</Button>}
        <Button look="primary" busy={again.busy} onClick={() => void again.run()}>
          {commonWords.tryAgain}
        </Button>
      </DialogActions>
    </>
  )
}

const headline = ({ purpose }: Waiting, name: string) =>
  purpose.kind === 'add' ? authorizationWords.notConnected(name) : authorizationWords.notReconnected(purpose.connection.name)
