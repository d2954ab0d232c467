import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ScrollArea } from '../../components/scroll-area'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect } from '../../stores/use-connect'
import { EngineBanner } from './engine-banner'
import { Rail } from './rail'
import { TitleBar } from './title-bar'

const AuthorizationDialog = lazy(() => import('../authorization/authorization-dialog'))
const Palette = lazy(() => import('../palette/palette'))
const ShortcutSheet = lazy(() => import('./shortcut-sheet'))

/** Title bar, rail and the sheet that the pages lie on. */
export function Frame({ children }: { children: ReactNode }) {
  const [over, setOver] = useState<'palette' | 'shortcuts'>()
  const [path] = useLocation()
  const sheet = useRef<HTMLElement>(null)
  const waiting = useConnect((state) => state.waiting)
  const lock = useConnect((state) => state.lock)

  useShortcuts({
    'mod+k': () => setOver('palette'),
    'mod+l': () => void lock(),
    '?': () => setOver('shortcuts'),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top and has the keyboard.
  useEffect(() => {
    sheet.current?.scrollTo(0, 0)
    sheet.current?.focus({ preventScroll: true })
  }, [path])

  const close = () => setOver(undefined)
  return (
    <div className="flex h-full flex-col bg-rail">
      <TitleBar onSearch={() => setOver('palette')} onShortcuts={() => setOver('shortcuts')} />
      <div className="flex min-h-0 flex-1">
        <Rail />
        <div className="flex min-w-0 flex-1 flex-col overflow-hidden rounded-tl-card border-t border-l border-line bg-page">
          <EngineBanner />
          <main id="page" ref={sheet} tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
            <ScrollArea value={sheet}>{children}</ScrollArea>
          </main>
        </div>
      </div>
      <Suspense>{waiting !== undefined && <AuthorizationDialog key={waiting.authorizationId} waiting={waiting} />}</Suspense>
      <Suspense>
        {over === 'palette' && <Palette onClose={close} onShortcuts={() => setOver('shortcuts')} />}
        {over === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </div>
  )
}
