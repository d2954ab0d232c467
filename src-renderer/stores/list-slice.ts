import { type ConnectionFilter, filterToQuery } from '../lib/connection-filter'
import { pageSize } from '../lib/connection-window'
import { createOpenLists, type ShownLists } from '../lib/open-lists'
import type { Slice } from './connect-store'

interface ListData {
  lists: ShownLists
}

export const noLists: ListData = { lists: {} }

export interface ListSlice extends ListData {
  /** Starts a list and keeps it current until the returned function is called. */
  openList(filter: ConnectionFilter): () => void
  /** The person scrolled so that `index` shows. */
  reachInList(filter: ConnectionFilter, index: number): void
  retryList(filter: ConnectionFilter): void
  refreshLists(): void
}

/** The same filter is the same list, whoever asks for it. */
export const listKey = (filter: ConnectionFilter): string => filterToQuery(filter)

export const listSlice: Slice<ListSlice> = (set, get) => {
  const lists = createOpenLists<ConnectionFilter>({
    keyOf: listKey,
    async read(filter, cursor, signal) {
      const { epoch, client } = get()
      const page = await client.connection.list({ ...filter, limit: pageSize, cursor }, { signal })
      if (get().epoch === epoch) get().putConnections(page.items)
      return page
    },
    show: (key, shown) => set((state) => ({ lists: { ...state.lists, [key]: shown } })),
  })
  return {
    ...noLists,
    openList: lists.open,
    reachInList: lists.reach,
    retryList: lists.retry,
    refreshLists: lists.refresh,
  }
}
