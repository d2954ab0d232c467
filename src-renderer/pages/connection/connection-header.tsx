import { Trash2 } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { Button } from '../../components/button'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { StatusBadge } from '../../components/status-badge'
import { toneSoft } from '../../components/tone'
import { statusLook } from '../../lib/status-look'
import { EditableName } from './editable-name'

interface ConnectionHeaderProps {
  connection: ConnectionView
  typeName: string
  reconnecting: boolean
  testing: boolean
  onReconnect(): void
  /** Undefined where there is nothing to test: it was removed. */
  onTest: (() => void) | undefined
  onRemove(): void
}

export function ConnectionHeader(props: ConnectionHeaderProps) {
  const { connection, typeName, reconnecting, testing, onReconnect, onTest, onRemove } = props
  const { reconnectHelps } = statusLook[connection.status]
  return (
    <header className="flex flex-wrap items-start gap-x-3.5 gap-y-3">
      <ProviderMark type={connection.type} />
      <div className="min-w-64 flex-1">
        <EditableName connection={connection} />
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1" role="status">
          <span className="sr-only">{typeName}:</span>
          <StatusBadge status={connection.status} />
          {connection.managed && (
            <span className={`rounded-full px-2 py-0.5 font-medium text-small ${toneSoft.managed}`}>Managed</span>
          )}
          <span className="text-muted">
            {connection.status === 'active' && `${connection.statusMessage.replace(/\.$/, '')} · `}
            <RelativeTime at={connection.statusAt} />
          </span>
        </div>
      </div>
      {!connection.managed && (
        <div className="flex flex-wrap gap-2">
          {connection.status !== 'revoked' && (
            <Button look="quiet-danger" onClick={onRemove}>
              <Trash2 aria-hidden />
              Remove
            </Button>
          )}
          {reconnectHelps && onTest !== undefined && (
            <Button busy={testing} onClick={onTest} aria-keyshortcuts="t">
              Test
            </Button>
          )}
          <Button look={reconnectHelps ? 'primary' : 'secondary'} busy={reconnecting} onClick={onReconnect} aria-keyshortcuts="r">
            Reconnect
          </Button>
          {!reconnectHelps && onTest !== undefined && (
            <Button look="primary" busy={testing} onClick={onTest} aria-keyshortcuts="t">
              Test
            </Button>
          )}
        </div>
      )}
    </header>
  )
}
