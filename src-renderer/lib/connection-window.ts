import type { ConnectionView } from '../../src-shared/contract/connection'

/** As many as the contract gives in one answer. */
export const pageSize = 200

/** A long list of which only the beginning is loaded: its length is known, its rows come as they are scrolled to. */
export interface ConnectionWindow {
  ids: readonly string[]
  total: number
  nextCursor: string | null
}

export interface ConnectionPage {
  items: readonly { id: string }[]
  total: number
  nextCursor: string | null
}

/** The window with one more page at its end. A row that moved into the new page while it was read is not shown twice. */
export function appendPage(before: ConnectionWindow | undefined, page: ConnectionPage): ConnectionWindow {
  const known = new Set(before?.ids)
  const added = page.items.map(({ id }) => id).filter((id) => !known.has(id))
  const ids = [...(before?.ids ?? []), ...added]
  // With the last page read, what was counted is what there is.
  return { ids, total: page.nextCursor === null ? ids.length : Math.max(page.total, ids.length), nextCursor: page.nextCursor }
}

/** Whether scrolling to `index` asks for another page; half a page ahead, so that a steady scroll never meets a gap. */
export function wantsMore(window: ConnectionWindow, index: number): boolean {
  return window.nextCursor !== null && index + pageSize / 2 >= window.ids.length
}

/** Whether a change could move the row, or bring it into or out of the list: the order is live first, then by name. */
export function movesRow(before: ConnectionView | undefined, after: ConnectionView): boolean {
  return before === undefined || before.name !== after.name || before.status !== after.status
}
