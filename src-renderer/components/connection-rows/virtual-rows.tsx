import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { RowHeading } from '../../lib/row-groups'
import { ScrollArea } from '../scroll-area'
import { GroupHeading, headingHeight } from './group-heading'
import type { ActiveRow } from './use-active-row'

/** Where a row goes and what it is, for whoever draws it. */
export interface RowPlace {
  domId: string
  index: number
  total: number
  active: boolean
  style: { height: number; transform: string }
}

interface VirtualRowsProps {
  /** `listbox` where a row is one thing to open, `grid` where it holds a button of its own. */
  role: 'listbox' | 'grid'
  label: string
  total: number
  /** Fixed, so that ten thousand rows need no measuring. In pixels. */
  rowHeight: number
  active: ActiveRow
  /** Before which rows a heading stands, where the list is divided. */
  headings?: ReadonlyMap<number, RowHeading>
  /** The last row in sight changed: load as far. */
  onReach(index: number): void
  children(place: RowPlace): ReactNode
}

/** Any number of rows of one height, of which only those in sight exist. Scrolls with the page. */
export function VirtualRows({ role, label, total, rowHeight, active, headings, onReach, children }: VirtualRowsProps) {
  const scrollArea = useContext(ScrollArea)
  const listId = useId()
  const scrollMargin = useOffset(active.listRef)
  const headingAt = (index: number) => (headings?.has(index) ? headingHeight : 0)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollArea.current,
    estimateSize: (index) => rowHeight + headingAt(index),
    overscan: 10,
    scrollMargin,
    // Room for the list's border, and a row of context while walking with the keyboard.
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  })
  const rows = virtualizer.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are kept by row until they are measured anew.
  useLayoutEffect(() => virtualizer.measure(), [headings, virtualizer])
  useEffect(() => onReach(last), [last, onReach])
  // A press makes its row the active one. Scrolled then, another would be under the pointer, and the click lost.
  const pressed = useRef(false)
  const release = () => {
    pressed.current = false
  }
  useEffect(() => {
    if (active.index !== undefined && active.index < total && !pressed.current) virtualizer.scrollToIndex(active.index)
  }, [active.index, total, virtualizer])

  const widget = {
    role,
    'aria-label': label,
    'aria-rowcount': role === 'grid' ? total : undefined,
    'aria-activedescendant': active.index === undefined ? undefined : `${listId}-${active.index}`,
    tabIndex: 0,
    onFocus: active.onFocus,
    onBlur: active.onBlur,
    onKeyDown: active.onKeyDown,
  }
  return (
    <div
      ref={active.listRef}
      {...widget}
      onPointerDown={() => {
        pressed.current = true
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
      className="@container overflow-hidden rounded-card border border-line bg-card outline-offset-0"
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {/* Flat, so that a row keeps its place among its keys while the window over the list moves. */}
        {rows.flatMap(({ index, start }) => [
          headings?.has(index) && (
            <GroupHeading key={`heading-${index}`} heading={headings.get(index)} top={start - scrollMargin} />
          ),
          children({
            domId: `${listId}-${index}`,
            index,
            total,
            active: active.index === index,
            style: { height: rowHeight, transform: `translateY(${start - scrollMargin + headingAt(index)}px)` },
          }),
        ])}
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
