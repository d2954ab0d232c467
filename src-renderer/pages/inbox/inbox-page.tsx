import { Inbox, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DeliveryView } from '../../../src-shared/contract/inbox'
import { commonWords } from '../../../src-shared/words/en/common'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { Button } from '../../components/button'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { EmptyState } from '../../components/empty-state'
import { Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useDebounced } from '../../lib/use-debounced'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnectStore } from '../../stores/use-connect'
import { DeleteDialog } from './delete-dialog'
import { DeliveryRow, deliveryRowHeight } from './delivery-row'
import { OpenDialog } from './open-dialog'
import { ReceiverBanner } from './receiver-banner'
import { useDeliveries } from './use-deliveries'

/** What recipes sent to this computer, newest first. */
export default function InboxPage() {
  useTitle(inboxWords.title)
  const store = useConnectStore()
  const [typed, setTyped] = useState('')
  const [opening, setOpening] = useState<DeliveryView>()
  const [deleting, setDeleting] = useState<DeliveryView>()
  const query = useDebounced(typed.trim(), 90)
  const list = useDeliveries(query)
  const field = useRef<HTMLInputElement>(null)
  const desktop = store.getState().host.kind === 'desktop'
  const deliveryAt = (index: number) => store.getState().deliveries[list.idAt(index) ?? '']
  const open = (index: number) => {
    const delivery = deliveryAt(index)
    if (desktop && delivery?.state === 'received') setOpening(delivery)
  }
  const total = list.total ?? 0
  const active = useActiveRow({ total, open, scope: query, main: true })
  const remove = () => {
    if (active.index !== undefined) setDeleting(deliveryAt(active.index))
  }
  useShortcuts({
    '/': () => field.current?.select(),
    Delete: remove,
    Escape: useBack(paths.directory),
  })
  const searchable = total > 0 || query !== ''
  return (
    <Page>
      <header className="flex items-baseline gap-2">
        <h1 className="font-semibold text-title tracking-tight">{inboxWords.title}</h1>
        <span role="status" className="text-muted">
          {total > 0 && commonWords.number(total)}
        </span>
      </header>
      <div className="-mt-4 flex flex-col gap-3">
        <ReceiverBanner />
        {searchable && (
          <SearchField ref={field} label={inboxWords.search} value={typed} onChange={setTyped} onKeyDown={active.onSearchKey} />
        )}
        {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
        {list.total === undefined && list.problem === undefined && <div className="skeleton h-48" aria-hidden />}
        {list.total === 0 && <Nothing query={query} onClear={() => setTyped('')} />}
        {total > 0 && (
          <VirtualRows
            role="grid"
            label={inboxWords.list}
            total={total}
            rowHeight={deliveryRowHeight}
            active={active}
            onReach={list.reach}
          >
            {(place) => (
              <DeliveryRow
                key={place.index}
                place={place}
                id={list.idAt(place.index)}
                onOpen={setOpening}
                onDelete={setDeleting}
              />
            )}
          </VirtualRows>
        )}
      </div>
      {opening !== undefined && <OpenDialog delivery={opening} onClose={() => setOpening(undefined)} />}
      {deleting !== undefined && <DeleteDialog delivery={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  )
}

function Nothing({ query, onClear }: { query: string; onClear(): void }) {
  const [, navigate] = useLocation()
  if (query !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title={inboxWords.nothingFound}
        action={<Button onClick={onClear}>{commonWords.clearSearch}</Button>}
      >
        {inboxWords.nothingFoundWhy(query)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={Inbox}
      title={inboxWords.nothingYet}
      action={<Button onClick={() => navigate(paths.recipes)}>{inboxWords.toRecipes}</Button>}
    >
      {inboxWords.nothingYetWhy}
    </EmptyState>
  )
}
