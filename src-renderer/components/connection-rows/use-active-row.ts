import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { moveInList } from '../../lib/list-keys'
import { useShortcuts } from '../../lib/use-shortcuts'

export interface ActiveRow {
  index: number | undefined
  listRef: RefObject<HTMLDivElement | null>
  /** Of the list and of what can be focused in it: a row's own button makes its row the active one. */
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
  onKeyDown(event: KeyboardEvent): void
  /** For a search field above the list: walks the list while the typing goes on. Answers whether the key was for it. */
  onSearchKey(event: KeyboardEvent): boolean
}

interface ActiveRowOptions {
  total: number
  open(index: number): void
  /** Another scope is another list: nothing is active in it yet. */
  scope: string
  /** Whether it is the page's one list, whose keys work from anywhere on the page. */
  main: boolean
}

/** Which row the keyboard is on: j, k, arrows, Home and End walk, Enter opens. */
export function useActiveRow({ total, open, scope, main }: ActiveRowOptions): ActiveRow {
  const [index, setIndex] = useState<number>()
  const listRef = useRef<HTMLDivElement>(null)
  /** Where the focus left the list, to be there again when it comes back: from a dialog, for instance. */
  const left = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is what this reacts to.
  useEffect(() => {
    setIndex(undefined)
    left.current = 0
  }, [scope])
  useEffect(() => {
    // What the list shows has changed: where the active row was the last and is gone, the one before it takes its place.
    setIndex((before) => (before !== undefined && before >= total ? lastOf(total) : before))
  }, [total])

  const move = (key: string) => {
    const next = moveInList(key, index, total)
    if (next !== undefined) setIndex(next)
    return next !== undefined
  }
  const walk = (event: globalThis.KeyboardEvent) => {
    if (move(event.key)) listRef.current?.focus({ preventScroll: true })
  }
  const openActive = () => index !== undefined && open(index)
  useShortcuts(
    main && total > 0
      ? {
          j: walk,
          k: walk,
          ArrowDown: walk,
          ArrowUp: walk,
          Home: walk,
          End: walk,
          ...(index !== undefined && { Enter: openActive }),
        }
      : {},
  )

  return {
    index,
    listRef,
    onFocus: useCallback(
      ({ target }) => {
        const own = target.closest<HTMLElement>('[data-row]')?.dataset.row
        setIndex((before) => (own === undefined ? (before ?? lastOf(total, left.current)) : Number(own)))
      },
      [total],
    ),
    onBlur: useCallback(({ currentTarget, relatedTarget }) => {
      if (currentTarget.contains(relatedTarget)) return
      setIndex((before) => {
        left.current = before ?? 0
        return undefined
      })
    }, []),
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      // Enter presses the row's own button, where that has the focus.
      if (event.key === 'Enter' && event.target !== event.currentTarget) return
      if (event.key === 'Enter') openActive()
      else if (!move(event.key)) return
      else listRef.current?.focus({ preventScroll: true })
      event.preventDefault()
    },
    onSearchKey(event) {
      if (event.key === 'Enter' && total > 0) {
        event.preventDefault()
        open(index ?? 0)
        return true
      }
      const walks = event.key.startsWith('Arrow') && move(event.key)
      if (walks) event.preventDefault()
      return walks
    },
  }
}

/** `index`, or the last there is where the list is shorter. */
function lastOf(total: number, index = total): number | undefined {
  return total === 0 ? undefined : Math.min(index, total - 1)
}
