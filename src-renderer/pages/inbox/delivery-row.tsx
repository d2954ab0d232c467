import { ExternalLink, FolderOpen, Trash2 } from 'lucide-react'
import type { DeliveryView } from '../../../src-shared/contract/inbox'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { cell, GridRow, LoadingGridRow } from '../../components/connection-rows/grid-row'
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

interface DeliveryRowProps {
  place: RowPlace
  /** Undefined while its page is being read. */
  id: string | undefined
  onOpen(delivery: DeliveryView): void
  onDelete(delivery: DeliveryView): void
}

export function DeliveryRow({ place, id, onOpen, onDelete }: DeliveryRowProps) {
  const delivery = useConnect((state) => (id === undefined ? undefined : state.deliveries[id]))
  if (delivery === undefined) return <LoadingGridRow place={place} />
  const { icon: Icon, tone } = deliveryLook[delivery.state]
  return (
    <GridRow place={place} data-delivery={delivery.id} data-state={delivery.state}>
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
    </GridRow>
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
