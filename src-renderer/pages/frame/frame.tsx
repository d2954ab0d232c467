import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { giveBackFocus } from '../../components/give-back-focus'
import { ScrollArea } from '../../components/scroll-area'
import { titleCount } from '../../lib/document-title'
import { paths } from '../../lib/paths'
import { useShortcuts } from '../../lib/use-shortcuts'
import { whenIdle } from '../../lib/when-idle'
import { useConnect } from '../../stores/use-connect'
import { EngineBanner } from './engine-banner'
import { PaletteOpening } from './palette-opening'
import { Rail } from './rail'
import { TitleBar } from './title-bar'
import { VaultBanner } from './vault-banner'

const AuthorizationDialog = lazy(() => import('../authorization/authorization-dialog'))
const EnterFieldsDialog = lazy(() => import('../authorization/enter-fields-dialog'))
const WalkDialog = lazy(() => import('../attention/walk-dialog'))
const loadPalette = () => import('../palette/palette')
const Palette = lazy(loadPalette)
const ShortcutSheet = lazy(() => import('./shortcut-sheet'))

/** Title bar, rail and the sheet that the pages lie on. */
export function Frame({ children }: { children: ReactNode }) {
  const [over, setOver] = useState<'palette' | 'shortcuts'>()
  const [typed, setTyped] = useState('')
  const returnTo = useRef<Element | null>(null)
  const [path, navigate] = useLocation()
  const sheet = useRef<HTMLElement>(null)
  const entering = useConnect((state) => state.entering)
  const waiting = useConnect((state) => state.waiting)
  const walk = useConnect((state) => state.walk)
  const lock = useConnect((state) => state.lock)
  const attention = useConnect((state) => state.attentionCount) ?? 0

  const openPalette = () => {
    returnTo.current = document.activeElement
    setOver('palette')
  }
  useShortcuts({
    'mod+k': openPalette,
    'mod+l': () => void lock(),
    'mod+,': () => navigate(paths.settings),
    '?': () => setOver('shortcuts'),
    // A page with a search field of its own is searched; it may have been loaded after this listened.
    '/': () => {
      const own = sheet.current?.querySelector<HTMLInputElement>('input[type=search]')
      if (own == null) navigate(paths.connections())
      else own.select()
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top and has the keyboard.
  useEffect(() => {
    // A page with sections goes to the one that its address names.
    if (location.hash === '') sheet.current?.scrollTo(0, 0)
    // Unless the page has given it to a field of its own already.
    if (sheet.current?.contains(document.activeElement) !== true) sheet.current?.focus({ preventScroll: true })
  }, [path])

  useEffect(() => titleCount(attention), [attention])
  useEffect(() => () => titleCount(0), [])

  // Ready before it is asked for, without being part of the first load. Should it not come now, opening it asks again.
  useEffect(() => whenIdle(() => void loadPalette().catch(() => undefined)), [])

  const close = () => {
    setOver(undefined)
    setTyped('')
  }
  const cancel = () => {
    close()
    giveBackFocus(returnTo.current)
  }
  return (
    <div className="flex h-full flex-col bg-rail">
      <TitleBar onSearch={openPalette} onShortcuts={() => setOver('shortcuts')} />
      <div className="flex min-h-0 flex-1">
        <Rail />
        <div className="flex min-w-0 flex-1 flex-col overflow-hidden rounded-tl-card border-t border-l border-line bg-page">
          <EngineBanner />
          <VaultBanner />
          <main id="page" ref={sheet} tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
            <ScrollArea value={sheet}>{children}</ScrollArea>
          </main>
        </div>
      </div>
      <Suspense>{entering !== undefined && <EnterFieldsDialog entering={entering} />}</Suspense>
      <Suspense>{waiting !== undefined && <AuthorizationDialog key={waiting.authorizationId} waiting={waiting} />}</Suspense>
      <Suspense>{walk !== undefined && waiting === undefined && entering === undefined && <WalkDialog walk={walk} />}</Suspense>
      {over === 'palette' && (
        <Suspense fallback={<PaletteOpening typed={typed} onType={setTyped} onCancel={cancel} />}>
          <Palette typed={typed} returnTo={returnTo.current} onClose={close} onShortcuts={() => setOver('shortcuts')} />
        </Suspense>
      )}
      <Suspense>{over === 'shortcuts' && <ShortcutSheet onClose={close} />}</Suspense>
    </div>
  )
}
