import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { moveInList } from '../../lib/list-keys'
import { useShortcuts } from '../../lib/use-shortcuts'

interface CardKeys {
  ref: RefObject<HTMLDivElement | null>
  /** From the search field down to the first card. */
  enter(event: KeyboardEvent): void
}

/** Arrows, j and k walk the cards; up and down go by rows of the grid. Cards are buttons, so Enter is theirs already. */
export function useCardKeys(): CardKeys {
  const ref = useRef<HTMLDivElement>(null)
  const cards = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]

  const walk = ({ key }: { key: string }) => {
    const all = cards()
    const focused = document.activeElement
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1
    const from = at === -1 ? undefined : at
    const next = byRow(key, all, from) ?? moveInList(sideways[key] ?? key, from, all.length)
    if (next !== undefined) all[next]?.focus()
  }
  const keys = ['j', 'k', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End']
  useShortcuts(Object.fromEntries(keys.map((key) => [key, walk])))

  return {
    ref,
    enter(event) {
      event.preventDefault()
      cards()[0]?.focus()
    },
  }
}

const sideways: Partial<Record<string, string>> = { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown' }

/** The nearest card straight below or above; undefined where the row is the last or the first. */
function byRow(key: string, cards: readonly HTMLElement[], from: number | undefined): number | undefined {
  const current = from === undefined ? undefined : cards[from]
  if (current === undefined || (key !== 'ArrowDown' && key !== 'ArrowUp')) return undefined
  const { left, top } = current.getBoundingClientRect()
  const inColumn = cards.map((card) => card.getBoundingClientRect()).map((box, index) => ({ index, ...pick(box) }))
  const beyond = inColumn.filter((box) => box.left === left && (key === 'ArrowDown' ? box.top > top : box.top < top))
  return key === 'ArrowDown' ? beyond[0]?.index : beyond.at(-1)?.index
}

const pick = ({ left, top }: DOMRect) => ({ left, top })
