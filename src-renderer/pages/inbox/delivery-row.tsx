import { ExternalLink, FolderOpen, Trash2 } from 'lucide-react'
import type { DeliveryView } from '../../../src-shared/contract/inbox'
import { commonWords } from '../../../src-shared/words/en/common'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import type { RowPlace } from '../../components/connection-rows/virtual-rows'
import { IconButton } from '../../components/icon-button'
import { RelativeTime } from '../../components/relative-time'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { deliveryLook } from '../../lib/delivery-look'
import { problemFrom } from '../../lib/problem'
import { sizeInWords } from '../../lib/size'
import { useConnect } from '../../stores/use-connect'
import { Progress } from './progress'

/** A name, and a line of where it came from. In pixels. */
export const deliveryRowHeight = 64

/** A grid of its own making: a table's elements cannot be placed one by one as they scroll into sight. */
const cell = { role: 'gridcell' }

interface DeliveryRowProps {
  place: RowPlace
  /** Undefined while its page is being read. */
  id: string | undefined
  onOpen(delivery: DeliveryView): void
  onDelete(delivery: DeliveryView): void
}

export function DeliveryRow({ place, id, onOpen, onDelete }: DeliveryRowProps) {
  const delivery = useConnect((state) => (id === undefined ? undefined : state.deliveries[id]))
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
  if (delivery === undefined) {
    return (
      <div {...row} className={look}>
        <span {...cell} className="flex flex-1 items-center gap-3">
          <span className="sr-only">{commonWords.loading}</span>
          <span className="skeleton h-3 w-2/5" />
        </span>
      </div>
    )
  }
  const { icon: Icon, tone } = deliveryLook[delivery.state]
  return (
    <div {...row} data-delivery={delivery.id} data-state={delivery.state} className={look}>
      <Icon className={classNames('size-4 shrink-0', toneInk[tone])} aria-hidden />
      <div {...cell} className="min-w-0 flex-1">
        <p className="truncate font-medium" title={delivery.path ?? delivery.name}>
          <bdi>{delivery.name}</bdi>
        </p>
        <Second delivery={delivery} />
      </div>
      <span {...cell} className="hidden w-20 shrink-0 text-right text-muted text-small tabular-nums @lg:block">
        {sizeInWords(delivery.size)}
      </span>
      <span {...cell} className="hidden w-26 shrink-0 text-right text-muted text-small @2xl:block">
        <RelativeTime at={delivery.finishedAt ?? delivery.announcedAt} />
      </span>
      <Actions delivery={delivery} onOpen={onOpen} onDelete={onDelete} />
    </div>
  )
}

/** Why it is not there, how far it is, or where it came from. */
function Second({ delivery }: { delivery: DeliveryView }) {
  const { state, reason, received, size, sender, recipeName, name } = delivery
  if (state === 'receiving') {
    return (
      <div className="mt-1 flex items-center gap-2">
        <Progress label={inboxWords.progressOf(name)} done={received} of={size} />
        <span className="shrink-0 text-muted text-small tabular-nums">
          {inboxWords.progress(sizeInWords(received), sizeInWords(size))}
        </span>
      </div>
    )
  }
  const text = reason?.message ?? inboxWords.from(sender.label, recipeName)
  const { word, tone } = deliveryLook[state]
  return (
    <p className="truncate text-muted text-small" title={text}>
      <span className={toneInk[tone]}>{word}</span> · {text}
    </p>
  )
}

function Actions({ delivery, onOpen, onDelete }: Omit<DeliveryRowProps, 'place' | 'id'> & { delivery: DeliveryView }) {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const showDelivery = useConnect((state) => state.showDelivery)
  const notify = useConnect((state) => state.notify)
  const { name } = delivery
  const show = () =>
    void showDelivery(delivery.id).catch((error: unknown) => notify(problemFrom(error).sentence, undefined, 'warn'))
  return (
    <span {...cell} className={classNames('flex shrink-0 justify-end', desktop && '@md:w-21')}>
      {desktop && delivery.state === 'received' && (
        <>
          <IconButton label={inboxWords.actionsOf(inboxWords.show, name)} onClick={show}>
            <FolderOpen />
          </IconButton>
          <IconButton label={inboxWords.actionsOf(inboxWords.open, name)} onClick={() => onOpen(delivery)}>
            <ExternalLink />
          </IconButton>
        </>
      )}
      <IconButton label={inboxWords.actionsOf(inboxWords.delete, name)} onClick={() => onDelete(delivery)}>
        <Trash2 />
      </IconButton>
    </span>
  )
}
