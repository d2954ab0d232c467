import { ExternalLink, Trash2 } from 'lucide-react'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import type { ConnectionActions } from './use-connection-actions'

interface HeaderActionsProps {
  actions: ConnectionActions
  /** Undefined where it is removed already, or the operator provides it. */
  onRemove: (() => void) | undefined
}

/** At the right of the header, the one that helps last and in the accent. */
export function HeaderActions({ actions, onRemove }: HeaderActionsProps) {
  const { primary, reconnect, test, open } = actions
  if (primary === undefined) return null
  const reconnectButton = reconnect && (
    <Button
      key="reconnect"
      look={primary === 'reconnect' ? 'primary' : 'secondary'}
      busy={reconnect.busy}
      onClick={reconnect.run}
      aria-keyshortcuts="r"
    >
      {reconnect.label}
    </Button>
  )
  const testButton = test && (
    <Button
      key="test"
      look={primary === 'test' ? 'primary' : 'secondary'}
      busy={test.busy}
      onClick={test.run}
      aria-keyshortcuts="t"
    >
      {test.label}
    </Button>
  )
  return (
    <div className="flex flex-wrap gap-2">
      {onRemove !== undefined && (
        <Button look="quiet-danger" onClick={onRemove}>
          <Trash2 aria-hidden />
          {connectionWords.remove}
        </Button>
      )}
      {primary === 'reconnect' ? [testButton, reconnectButton] : [reconnectButton, testButton]}
      {open && (
        <Button look="primary" onClick={open.run}>
          {open.label}
          <ExternalLink aria-hidden />
        </Button>
      )}
    </div>
  )
}
