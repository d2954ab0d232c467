import { ExternalLink } from 'lucide-react'
import { Link } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { Button } from '../../components/button'
import { cell, GridRow, LoadingGridRow } from '../../components/connection-rows/grid-row'
import type { RowPlace } from '../../components/connection-rows/virtual-rows'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { StatusBadge } from '../../components/status-badge'
import { mendFor, mendLabel } from '../../lib/mend'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'

/** A name, and two lines of why. In pixels. */
export const attentionRowHeight = 72

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
  if (connection === undefined) {
    return (
      <LoadingGridRow place={place}>
        <span className="skeleton size-10" />
      </LoadingGridRow>
    )
  }
  const typeName = type?.name ?? ''
  const mend = mendFor(connection)
  return (
    <GridRow place={place} data-connection={connection.id}>
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
    </GridRow>
  )
}
