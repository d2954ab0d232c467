import type { ConnectionStatus } from '../../src-shared/domain/status'
import { classNames } from '../lib/class-names'
import { statusLook } from '../lib/status-look'
import { statusIcon, toneSoft } from './tone'

export function StatusBadge({ status }: { status: ConnectionStatus }) {
  const { word, tone } = statusLook[status]
  const Icon = statusIcon[status]
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-small',
        toneSoft[tone],
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      {word}
    </span>
  )
}
