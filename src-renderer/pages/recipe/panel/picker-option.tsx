import { Lock } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import type { ConnectionView } from '../../../../src-shared/contract/connection'
import { commonWords } from '../../../../src-shared/words/en/common'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { ProviderMark } from '../../../components/provider-mark'
import { StatusBadge } from '../../../components/status-badge'

interface PickerOptionProps {
  connection: ConnectionView
  inUse: boolean
  /** Where connections of several types stand together. */
  withMark: boolean
}

/** One connection that may fill the slot, with how it stands. */
export function PickerOption({ connection, inUse, withMark }: PickerOptionProps) {
  const { id, name, account, status, visibility, type } = connection
  return (
    <RadioGroup.Item
      value={id}
      className="group flex min-h-11 shrink-0 items-center gap-2.5 border-line border-b px-2.5 py-1.5 text-left last:border-b-0 hover:bg-hover focus-visible:-outline-offset-2 data-[state=checked]:bg-accent-soft"
    >
      <span className="flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-card group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
        <span className="size-1.5 rounded-full group-data-[state=checked]:bg-on-accent" />
      </span>
      {withMark && <ProviderMark type={type} size="small" />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex min-w-0 items-center gap-1.5">
          <bdi className="truncate font-medium">{name}</bdi>
          {visibility === 'private' && <Lock className="size-3 shrink-0 text-muted" aria-label={commonWords.private} />}
        </span>
        <span className="truncate text-muted text-small">
          {inUse ? `${nodePanelWords.selectedNow} · ${account.label}` : account.label}
        </span>
      </span>
      <StatusBadge status={status} />
    </RadioGroup.Item>
  )
}
