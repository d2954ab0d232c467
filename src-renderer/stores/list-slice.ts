import { coalesce } from '../lib/coalesce'
import { type ConnectionFilter, filterToQuery } from '../lib/connection-filter'
import { type ConnectionWindow, pageSize } from '../lib/connection-window'
import { createListLoader, type ListLoader } from '../lib/list-loader'
import type { Problem } from '../lib/problem'
import type { Slice } from './connect-store'

export interface ShownList {
  window?: ConnectionWindow
  problem?: Problem
}

interface ListData {
  lists: Partial<Record<string, ShownList>>
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
  const open = new Map<string, { loader: ListLoader; holders: number }>()

  const start = (filter: ConnectionFilter, key: string): ListLoader =>
    createListLoader({
      async read(cursor, signal) {
        const { epoch, client } = get()
        const page = await client.connection.list({ ...filter, limit: pageSize, cursor }, { signal })
        if (get().epoch === epoch) get().putConnections(page.items)
        return page
      },
      show: (shown) => set((state) => ({ lists: { ...state.lists, [key]: shown } })),
    })

  return {
    ...noLists,

    openList(filter) {
      const key = listKey(filter)
      const entry = open.get(key) ?? { loader: start(filter, key), holders: 0 }
      open.set(key, entry)
      entry.holders += 1
      entry.loader.reach(0)
      return () => {
        entry.holders -= 1
        if (entry.holders > 0) return
        entry.loader.close()
        open.delete(key)
        set((state) => ({ lists: { ...state.lists, [key]: undefined } }))
      }
    },

    reachInList: (filter, index) => open.get(listKey(filter))?.loader.reach(index),
    retryList: (filter) => open.get(listKey(filter))?.loader.refresh(),
    refreshLists: coalesce(150, () => {
      for (const { loader } of open.values()) loader.refresh()
    }),
  }
}
