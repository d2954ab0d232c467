import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useContext, useEffect, useId, useLayoutEffect, useState } from 'react'
import { ScrollArea } from '../scroll-area'
import { ConnectionRow, rowHeight } from './connection-row'
import type { ActiveRow } from './use-active-row'

interface ConnectionRowsProps {
  label: string
  total: number
  idAt(index: number): string | undefined
  active: ActiveRow
  /** The last row in sight changed: load as far. */
  onReach(index: number): void
  onOpen(id: string): void
  /** A row to point out: the connection that was just made. */
  highlight?: string
}

/** Any number of rows of one height, of which only those in sight exist. Scrolls with the page. */
export function ConnectionRows({ label, total, idAt, active, onReach, onOpen, highlight }: ConnectionRowsProps) {
  const scrollArea = useContext(ScrollArea)
  const listId = useId()
  const scrollMargin = useOffset(active.listRef)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollArea.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin,
    // Room for the list's border, and a row of context while walking with the keyboard.
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  })
  const rows = virtualizer.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0

  useEffect(() => onReach(last), [last, onReach])
  useEffect(() => {
    if (active.index !== undefined && active.index < total) virtualizer.scrollToIndex(active.index)
  }, [active.index, total, virtualizer])

  return (
    <div
      ref={active.listRef}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={active.index === undefined ? undefined : `${listId}-${active.index}`}
      onFocus={active.onFocus}
      onBlur={active.onBlur}
      onKeyDown={active.onKeyDown}
      className="@container overflow-hidden rounded-card border border-line bg-card outline-offset-0"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => (
          <ConnectionRow
            key={index}
            domId={`${listId}-${index}`}
            id={idAt(index)}
            index={index}
            total={total}
            top={start - scrollMargin}
            active={active.index === index}
            highlighted={highlight !== undefined && highlight === idAt(index)}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

/** How far the list begins below the top of what scrolls; anything above it may grow or go. */
function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const now = list.current?.offsetTop ?? 0
    if (now !== offset) setOffset(now)
  })
  return offset
}
