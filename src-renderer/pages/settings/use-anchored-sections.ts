import { useContext, useEffect, useState } from 'react'
import { navigate, useLocationProperty } from 'wouter/use-browser-location'
import { ScrollArea } from '../../components/scroll-area'
import { paths } from '../../lib/paths'

/** From the top of the scrolled page: what begins above this line is being read. */
const readingLine = 120

/** What the person does to scroll by themselves, after which the section in sight is the current one. */
const ownScrolling = ['wheel', 'touchmove', 'keydown'] as const

interface AnchoredSections {
  /** The section that was gone to, or that is being read. */
  current: string
  go(id: string): void
}

/**
 * The sections of one page, by their anchors.
 * @param settled whether the sections have the heights that they keep
 */
export function useAnchoredSections(ids: readonly string[], settled: boolean): AnchoredSections {
  const area = useContext(ScrollArea)
  const hash = useLocationProperty(
    () => location.hash,
    () => '',
  )
  const wanted = hash.slice(1)
  const [read, setRead] = useState<string>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to again when everything above it has its height.
  useEffect(() => {
    setRead(undefined)
    if (wanted !== '') show(wanted)
  }, [wanted, settled])

  useEffect(() => {
    const sheet = area.current
    if (sheet === null) return
    let own = false
    const notice = () => {
      own = true
    }
    const look = () => {
      if (!own) return
      const top = sheet.getBoundingClientRect().top + readingLine
      const above = ids.filter(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <= top,
      )
      setRead(above.at(-1) ?? ids[0])
    }
    for (const kind of ownScrolling) sheet.addEventListener(kind, notice, { passive: true })
    sheet.addEventListener('scroll', look, { passive: true })
    return () => {
      for (const kind of ownScrolling) sheet.removeEventListener(kind, notice)
      sheet.removeEventListener('scroll', look)
    }
  }, [area, ids])

  return {
    current: read ?? (ids.includes(wanted) ? wanted : (ids[0] ?? '')),
    go(id) {
      if (id !== wanted) return navigate(paths.settingsSection(id))
      setRead(undefined)
      show(id)
    },
  }
}

/** Brings a section to the top, with the keyboard at its heading. */
function show(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}
