import type { ReactNode } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { ManagedBadge } from '../../components/managed-badge'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { StatusBadge } from '../../components/status-badge'
import { EditableName } from './editable-name'

interface ConnectionHeaderProps {
  connection: ConnectionView
  typeName: string
  actions: ReactNode
}

export function ConnectionHeader({ connection, typeName, actions }: ConnectionHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-3.5 gap-y-3">
      <ProviderMark type={connection.type} />
      <div className="min-w-48 flex-1">
        <EditableName connection={connection} />
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1" role="status">
          <span className="sr-only">{connectionWords.typeOf(typeName)}</span>
          <StatusBadge status={connection.status} />
          {connection.managed && <ManagedBadge />}
          <span className="text-muted">
            {connection.status === 'active' && `${connection.statusMessage.replace(/\.$/, '')} · `}
            <RelativeTime at={connection.statusAt} />
          </span>
        </div>
      </div>
      {actions}
    </header>
  )
}
