import type { DeliveryView, ReceiverView } from '../../src-shared/contract/inbox'
import { pageSize } from '../lib/connection-window'
import { createOpenLists, type ShownLists } from '../lib/open-lists'
import { createReader } from '../lib/reader'
import type { Slice } from './connect-store'

interface InboxData {
  deliveries: Partial<Record<string, DeliveryView>>
  deliveryLists: ShownLists
  /** Undefined until it was asked for. */
  receiver: ReceiverView | undefined
}

export const noInbox: InboxData = { deliveries: {}, deliveryLists: {}, receiver: undefined }

export interface InboxSlice extends InboxData {
  openDeliveries(query: string): () => void
  reachInDeliveries(query: string, index: number): void
  retryDeliveries(query: string): void
  loadReceiver(): Promise<void>
  removeDelivery(id: DeliveryView['id'], keepFile: boolean): Promise<void>
  deliveryChanged(delivery: DeliveryView): void
  deliveryRemoved(id: DeliveryView['id']): void
  receiverChanged(receiver: ReceiverView): void
  reloadInbox(): void
}

export const inboxSlice: Slice<InboxSlice> = (set, get) => {
  const lists = createOpenLists<string>({
    keyOf: (query) => query,
    async read(query, cursor, signal) {
      const { epoch, client } = get()
      const page = await client.inbox.list({ query: query === '' ? undefined : query, limit: pageSize, cursor }, { signal })
      if (get().epoch === epoch) {
        const read = Object.fromEntries(page.items.map((delivery) => [delivery.id, delivery]))
        set((state) => ({ deliveries: { ...state.deliveries, ...read } }))
      }
      return page
    },
    show: (key, shown) => set((state) => ({ deliveryLists: { ...state.deliveryLists, [key]: shown } })),
  })
  const readReceiver = createReader(async (_one: 'one') => {
    const { epoch, client } = get()
    const receiver = await client.inbox.receiver()
    if (get().epoch === epoch) set({ receiver })
  })
  return {
    ...noInbox,
    openDeliveries: lists.open,
    reachInDeliveries: lists.reach,
    retryDeliveries: lists.retry,
    loadReceiver: () => readReceiver('one'),

    async removeDelivery(id, keepFile) {
      await get().client.inbox.remove({ id, ...(keepFile && { keepFile }) })
      get().deliveryRemoved(id)
    },

    deliveryChanged(delivery) {
      const isNew = get().deliveries[delivery.id] === undefined
      set((state) => ({ deliveries: { ...state.deliveries, [delivery.id]: delivery } }))
      if (isNew) lists.refresh()
    },

    deliveryRemoved(id) {
      set((state) => ({ deliveries: { ...state.deliveries, [id]: undefined } }))
      lists.refresh()
    },

    receiverChanged: (receiver) => set({ receiver }),

    reloadInbox() {
      lists.refresh()
      if (get().receiver !== undefined) readReceiver('one').catch(() => undefined)
    },
  }
}
