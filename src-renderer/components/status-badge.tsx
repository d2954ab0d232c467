import type { ConnectionStatus } from '../../src-shared/domain/status'
import { statusLook } from '../lib/status-look'
import { Badge } from './badge'
import { statusIcon } from './tone'

export function StatusBadge({ status }: { status: ConnectionStatus }) {
  const { word, tone } = statusLook[status]
  return (
    <Badge icon={statusIcon[status]} tone={tone}>
      {word}
    </Badge>
  )
}
