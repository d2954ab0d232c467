import { ExternalLink } from 'lucide-react'
import { useLocation } from 'wouter'
import type { DiagnosisLine } from '../../../src-shared/contract/connection'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { ProblemNotice } from '../../components/problem-notice'
import { mayOpen } from '../../lib/address'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import type { ConnectionActions } from './use-connection-actions'

interface DiagnosisActionProps {
  action: NonNullable<DiagnosisLine['action']>
  type: CredentialTypeKey
  actions: ConnectionActions
}

/** The one thing to do about a line. */
export function DiagnosisAction({ action, type, actions }: DiagnosisActionProps) {
  const [, navigate] = useLocation()
  const openPage = useConnect((state) => state.host.openPage)
  const authorize = useConnect((state) => state.authorize)
  const add = useAction(() => authorize({ kind: 'add', type }))
  switch (action.kind) {
    case 'reconnect':
    case 'test': {
      const doable = actions[action.kind]
      if (doable === undefined) return null
      return (
        <Button busy={doable.busy} onClick={doable.run}>
          {action.label}
        </Button>
      )
    }
    case 'add':
      return (
        <>
          <Button busy={add.busy} onClick={() => void add.run()}>
            {action.label}
          </Button>
          {add.problem !== undefined && (
            <div className="w-full">
              <ProblemNotice problem={add.problem} onRetry={() => void add.run()} />
            </div>
          )}
        </>
      )
    case 'provider_app':
      return <Button onClick={() => navigate(paths.settings)}>{action.label}</Button>
    case 'open':
      if (!mayOpen(action.url)) return null
      return (
        <Button onClick={() => openPage(action.url)}>
          {action.label}
          <ExternalLink aria-hidden />
        </Button>
      )
    case 'copy':
      return <CopyButton wide label={action.label} what={action.label.toLowerCase()} text={action.text} />
  }
}
