import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { moveInList } from '../../lib/list-keys'
import { useShortcuts } from '../../lib/use-shortcuts'

export interface ActiveRow {
  index: number | undefined
  listRef: RefObject<HTMLDivElement | null>
  onFocus(): void
  onBlur(): void
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is what this reacts to.
  useEffect(() => setIndex(undefined), [scope])
  useEffect(() => {
    // What the list shows has changed: a row that is gone cannot stay active.
    setIndex((before) => (before !== undefined && before >= total ? undefined : before))
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
    onFocus: useCallback(() => setIndex((before) => before ?? 0), []),
    onBlur: useCallback(() => setIndex(undefined), []),
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter') openActive()
      else if (!move(event.key)) return
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
