import { ExternalLink } from 'lucide-react'
import { Link } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import type { RowPlace } from '../../components/connection-rows/virtual-rows'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { StatusBadge } from '../../components/status-badge'
import { classNames } from '../../lib/class-names'
import { mendFor, mendLabel } from '../../lib/mend'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'

/** A name, and two lines of why. In pixels. */
export const attentionRowHeight = 72

/** A grid of its own making: a table's elements cannot be placed one by one as they scroll into sight. */
const cell = { role: 'gridcell' }

interface AttentionRowProps {
  place: RowPlace
  /** Undefined while its page is being read. */
  id: string | undefined
  busy: boolean
  onMend(connection: ConnectionView): void
}

export function AttentionRow({ place, id, busy, onMend }: AttentionRowProps) {
  const connection = useConnect((state) => (id === undefined ? undefined : state.connections[id]))
  const type = useConnect((state) => (connection === undefined ? undefined : state.types[connection.type]))
  const { index, total, active } = place
  const row = {
    id: place.domId,
    role: 'row',
    'aria-rowindex': index + 1,
    'data-row': index,
    style: place.style,
    'aria-selected': active,
  }
  const look = classNames(
    'absolute inset-x-0 top-0 flex items-center gap-3 px-3.5 hover:bg-hover',
    index < total - 1 && 'border-b',
    active && 'bg-hover shadow-[inset_2px_0_0_var(--focus)]',
  )
  if (connection === undefined) {
    return (
      <div {...row} className={look}>
        <span {...cell} className="flex flex-1 items-center gap-3">
          <span className="sr-only">{commonWords.loading}</span>
          <span className="skeleton size-10" />
          <span className="skeleton h-3 w-2/5" />
        </span>
      </div>
    )
  }
  const typeName = type?.name ?? ''
  const mend = mendFor(connection)
  return (
    <div {...row} data-connection={connection.id} className={look}>
      <span className="hidden @md:flex">
        <ProviderMark type={connection.type} />
      </span>
      <span className="flex self-start pt-3.5 @md:hidden">
        <ProviderMark type={connection.type} size="small" />
      </span>
      <div {...cell} className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          {/* Out of the tab order: Enter opens the active row, and one stop a row is enough. */}
          <Link href={paths.connection(connection.id)} tabIndex={-1} className="truncate font-medium hover:underline">
            <bdi>{connection.name}</bdi>
          </Link>
          <span className="hidden shrink-0 text-muted text-small @md:inline">{typeName}</span>
          <span className="ml-auto hidden shrink-0 text-muted text-small @md:inline @2xl:hidden">
            <RelativeTime at={connection.statusAt} />
          </span>
        </p>
        <p className="line-clamp-2 text-muted text-small" title={connection.statusMessage}>
          {connection.statusMessage}
        </p>
      </div>
      <span {...cell} className="hidden w-40 justify-end @2xl:flex">
        <StatusBadge status={connection.status} />
      </span>
      <span {...cell} className="hidden w-26 shrink-0 text-right text-muted text-small @2xl:block">
        <RelativeTime at={connection.statusAt} />
      </span>
      <span {...cell} className="flex shrink-0 justify-end @md:w-36">
        <Button
          busy={busy}
          onClick={() => onMend(connection)}
          aria-label={attentionWords.mend(mendLabel(mend, typeName), connection.name)}
          aria-keyshortcuts="r"
        >
          {mend.kind === 'open' && <ExternalLink aria-hidden />}
          <span className={mend.kind === 'open' ? 'hidden @md:inline' : undefined}>{mendLabel(mend, typeName)}</span>
        </Button>
      </span>
    </div>
  )
}
