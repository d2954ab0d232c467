import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { moveInList } from '../../lib/list-keys'
import { useShortcuts } from '../../lib/use-shortcuts'

export interface ActiveRow {
  index: number | undefined
  listRef: RefObject<HTMLDivElement | null>
  onFocus(): void
  onBlur(): void
  /** For a search field above the list: walks the list while the typing goes on. Answers whether the key was for it. */
  onSearchKey(event: KeyboardEvent): boolean
}

/**
 * Which row the keyboard is on. j, k, arrows, Home, End and Enter work from anywhere on the page.
 * Another `scope` is another list: nothing is active in it yet.
 */
export function useActiveRow(scope: string, total: number, open: (index: number) => void): ActiveRow {
  const [index, setIndex] = useState<number>()
  const listRef = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is what this reacts to.
  useEffect(() => setIndex(undefined), [scope])
  useEffect(() => {
    // What the list shows has changed: a row that is gone cannot stay active.
    setIndex((before) => (before !== undefined && before >= total ? undefined : before))
  }, [total])

  const move = (key: string) => {
    const next = moveInList(key, index, total)
    if (next === undefined) return false
    setIndex(next)
    return true
  }
  const walk = (event: globalThis.KeyboardEvent) => {
    if (move(event.key)) listRef.current?.focus({ preventScroll: true })
  }
  const openActive = () => index !== undefined && open(index)
  useShortcuts(
    total === 0
      ? {}
      : {
          j: walk,
          k: walk,
          ArrowDown: walk,
          ArrowUp: walk,
          Home: walk,
          End: walk,
          ...(index !== undefined && { Enter: openActive }),
        },
  )

  return {
    index,
    listRef,
    onFocus: useCallback(() => setIndex((before) => before ?? 0), []),
    onBlur: useCallback(() => setIndex(undefined), []),
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
