import { ChevronRight, Lock } from 'lucide-react'
import { memo } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { commonWords } from '../../../src-shared/words/en/common'
import { listWords } from '../../../src-shared/words/en/list'
import { classNames } from '../../lib/class-names'
import { statusLook } from '../../lib/status-look'
import { useConnect } from '../../stores/use-connect'
import { useTypeName } from '../../stores/use-type-name'
import { ProviderMark } from '../provider-mark'
import { RelativeTime } from '../relative-time'
import { RichText } from '../rich-text'
import { StatusBadge } from '../status-badge'
import { statusIcon, toneInk } from '../tone'

interface ConnectionRowProps {
  domId: string
  /** Undefined while its page is being read. */
  id: string | undefined
  index: number
  total: number
  height: number
  transform: string
  active: boolean
  highlighted: boolean
  withMark: boolean
  onOpen(id: string): void
}

/** What tells it from another of the same name: its account's name, or, where that is the name, an id that says something. */
function tellingApart({ name, account }: ConnectionView): string {
  if (account.label !== name) return account.label
  return account.id.length > 20 || /^\d*$/.test(account.id) ? '' : account.id
}

export const ConnectionRow = memo(function ConnectionRow(props: ConnectionRowProps) {
  const { domId, id, index, total, height, transform, active, highlighted, withMark, onOpen } = props
  const connection = useConnect((state) => (id === undefined ? undefined : state.connections[id]))
  const typeName = useTypeName(withMark ? connection?.type : undefined)
  const place = { height, transform }
  const look = 'absolute inset-x-0 top-0 flex items-center gap-3 px-3.5'
  if (connection === undefined) {
    return (
      <div
        className={look}
        style={place}
        role="option"
        aria-selected={false}
        aria-label={commonWords.loading}
        id={domId}
        tabIndex={-1}
      >
        <span className="skeleton size-4 rounded-full" />
        <span className="skeleton h-3 w-2/5" />
      </div>
    )
  }
  const apart = tellingApart(connection)
  const { tone, word } = statusLook[connection.status]
  const Icon = statusIcon[connection.status]
  return (
    <div
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-row={index}
      data-connection={connection.id}
      onClick={() => onOpen(connection.id)}
      onKeyDown={(event) => event.key === 'Enter' && onOpen(connection.id)}
      style={place}
      className={classNames(
        look,
        'outline-none hover:bg-hover',
        index < total - 1 && 'border-b',
        active && 'bg-hover shadow-[inset_2px_0_0_var(--focus)]',
        highlighted && !active && 'bg-accent-soft',
      )}
    >
      {withMark ? (
        <ProviderMark type={connection.type} size="small" />
      ) : (
        <Icon className={classNames('size-4 shrink-0', toneInk[tone])} aria-label={word} />
      )}
      {/* Where there is no room beside the name, what tells it apart and its status stand below. */}
      <span className="flex min-w-0 flex-1 flex-col @md:flex-row @md:items-baseline @md:gap-2">
        <bdi className="max-w-full self-start truncate font-medium @md:self-baseline">{connection.name}</bdi>
        <span className="flex min-w-0 items-baseline gap-2 text-muted text-small @md:contents @md:text-body">
          {typeName !== undefined && typeName !== connection.name && (
            <span className="truncate text-muted @md:shrink-0">{typeName}</span>
          )}
          {connection.status !== 'active' && <span className={`shrink-0 @md:hidden ${toneInk[tone]}`}>{word}</span>}
          {apart !== '' && (
            <span className={classNames('truncate text-muted @md:shrink-[99999]', withMark && 'hidden @md:inline')}>{apart}</span>
          )}
        </span>
      </span>
      {connection.visibility === 'private' && <Lock className="size-3.5 shrink-0 text-muted" aria-label={commonWords.private} />}
      {connection.status !== 'active' && (
        <>
          <span className="hidden @md:inline-flex">
            <StatusBadge status={connection.status} />
          </span>
          {withMark && <Icon className={classNames('size-4 shrink-0 @md:hidden', toneInk[tone])} aria-hidden />}
        </>
      )}
      <span className="hidden w-32 shrink-0 truncate text-muted text-small @2xl:block">{connection.owner.label}</span>
      <span className="hidden w-38 shrink-0 text-right text-muted text-small @md:block">
        <RichText of={listWords.added(<RelativeTime at={connection.addedAt} />)} />
      </span>
      <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
    </div>
  )
})
