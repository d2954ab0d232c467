import { coalesce } from './coalesce'
import type { ConnectionPage, ConnectionWindow } from './connection-window'
import { createListLoader, type ListLoader } from './list-loader'
import type { Problem } from './problem'

/** A list as far as it is loaded, or why it is not. */
export interface ShownList {
  window?: ConnectionWindow
  problem?: Problem
}

export type ShownLists = Partial<Record<string, ShownList>>

interface Surroundings<Filter> {
  /** The same filter is the same list, whoever asks for it. */
  keyOf(filter: Filter): string
  read(filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<ConnectionPage>
  /** Undefined: nobody looks at it any more. */
  show(key: string, list: ShownList | undefined): void
}

export interface OpenLists<Filter> {
  /** Starts a list and keeps it current until the returned function is called. */
  open(filter: Filter): () => void
  /** The person scrolled so that `index` shows. */
  reach(filter: Filter, index: number): void
  retry(filter: Filter): void
  /** Soon, and once for many changes. */
  refresh(): void
}

/** Lists of one kind of thing, each loaded once however many look at it. */
export function createOpenLists<Filter>({ keyOf, read, show }: Surroundings<Filter>): OpenLists<Filter> {
  const open = new Map<string, { loader: ListLoader; holders: number }>()

  const start = (filter: Filter, key: string): ListLoader =>
    createListLoader({ read: (cursor, signal) => read(filter, cursor, signal), show: (list) => show(key, list) })

  return {
    open(filter) {
      const key = keyOf(filter)
      const entry = open.get(key) ?? { loader: start(filter, key), holders: 0 }
      open.set(key, entry)
      entry.holders += 1
      entry.loader.reach(0)
      return () => {
        entry.holders -= 1
        if (entry.holders > 0) return
        entry.loader.close()
        open.delete(key)
        show(key, undefined)
      }
    },
    reach: (filter, index) => open.get(keyOf(filter))?.loader.reach(index),
    retry: (filter) => open.get(keyOf(filter))?.loader.refresh(),
    refresh: coalesce(150, () => {
      for (const { loader } of open.values()) loader.refresh()
    }),
  }
}
