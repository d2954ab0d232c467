import {
  Bell,
  BellOff,
  CircleAlert,
  FileUp,
  Inbox,
  Keyboard,
  KeySquare,
  List,
  Lock,
  type LucideIcon,
  Monitor,
  Moon,
  Plug,
  Plus,
  ScrollText,
  Settings,
  SquareActivity,
  Sun,
  Workflow,
} from 'lucide-react'
import { useLocation } from 'wouter'
import type { DirectoryCard } from '../../../src-shared/contract/directory'
import { paletteWords } from '../../../src-shared/words/en/palette'
import { paths } from '../../lib/paths'
import { notificationChoice, wantNotifications } from '../../lib/system-notifications'
import { applyTheme, storedTheme, type Theme } from '../../lib/theme'
import { useConnect, useConnectStore } from '../../stores/use-connect'
import { settingsPlaces } from '../settings/settings-places'
import { useSettingsSections } from '../settings/use-settings-sections'

interface PaletteAction {
  label: string
  icon: LucideIcon
  /** Also while nothing is typed: the few that lead anywhere from here. */
  always: boolean
  run(): void
}

type Place = [label: string, icon: LucideIcon, path: string]

const themeActions: { theme: Theme; label: string; icon: LucideIcon }[] = [
  { theme: 'light', label: paletteWords.lightTheme, icon: Sun },
  { theme: 'dark', label: paletteWords.darkTheme, icon: Moon },
  { theme: 'system', label: paletteWords.systemTheme, icon: Monitor },
]

interface Surroundings {
  cards: readonly DirectoryCard[]
  onClose(): void
  onShortcuts(): void
}

/** Everything the palette can do that is not about one connection. Each closes it first, so that focus and dialogs are free. */
export function usePaletteActions({ cards, onClose, onShortcuts }: Surroundings): PaletteAction[] {
  const [, navigate] = useLocation()
  const store = useConnectStore()
  const ownsVault = useConnect((state) => state.ownsVault)
  const inBrowser = useConnect((state) => state.host.kind === 'browser')
  const sections = useSettingsSections()
  const { lock, authorize } = store.getState()

  const places: Place[] = [
    [paletteWords.goToConnect, Plug, paths.directory],
    [paletteWords.goToAttention, CircleAlert, paths.attention],
    [paletteWords.goToConnections, List, paths.connections()],
    [paletteWords.goToRecipes, Workflow, paths.recipes],
    [paletteWords.goToRuns, SquareActivity, paths.runs()],
    [paletteWords.goToGrants, KeySquare, paths.grants],
    ...(ownsVault ? [[paletteWords.goToInbox, Inbox, paths.inbox] satisfies Place] : []),
    ...(ownsVault ? [[paletteWords.goToImport, FileUp, paths.import] satisfies Place] : []),
    ...(ownsVault ? [[paletteWords.goToAudit, ScrollText, paths.audit()] satisfies Place] : []),
    [paletteWords.goToSettings, Settings, paths.settings],
  ]
  const add = ({ type, name }: DirectoryCard): PaletteAction => ({
    label: paletteWords.add(name),
    icon: Plus,
    always: false,
    run() {
      onClose()
      // Where it cannot be started, the type's page says what is missing.
      authorize({ kind: 'add', type }).catch(() => navigate(paths.type(type)))
    },
  })
  return [
    ...places.map(([label, icon, path]) => ({
      label,
      icon,
      always: true,
      run() {
        onClose()
        navigate(path)
      },
    })),
    ...cards.filter(({ managed }) => !managed).map(add),
    ...settingsPlaces(sections).map(({ label, path }) => ({
      label,
      icon: Settings,
      always: false,
      run() {
        onClose()
        navigate(path)
      },
    })),
    { label: paletteWords.shortcuts, icon: Keyboard, always: true, run: onShortcuts },
    ...themeActions
      .filter(({ theme }) => theme !== storedTheme())
      .map(({ theme, label, icon }) => ({
        label,
        icon,
        always: false,
        run() {
          applyTheme(theme)
          onClose()
        },
      })),
    ...(inBrowser ? notificationActions(onClose) : []),
    ...(ownsVault ? [{ label: paletteWords.lock, icon: Lock, always: true, run: () => void lock() }] : []),
  ]
}

function notificationActions(onClose: () => void): PaletteAction[] {
  const choice = notificationChoice()
  if (choice === 'unsupported' || choice === 'refused') return []
  const on = choice === 'on'
  return [
    {
      label: on ? paletteWords.notificationsOff : paletteWords.notificationsOn,
      icon: on ? BellOff : Bell,
      always: false,
      run() {
        void wantNotifications(!on)
        onClose()
      },
    },
  ]
}
