import type { KeyboardEvent, MenuItem, Menu as MenuType, Rectangle } from 'electron'
import { app, badge } from '../module/app'
import { tellWindows } from '../module/browser-window'
import { dialogAnswers, shownDialogs } from '../module/dialog'
import { Menu } from '../module/menu'
import { shownNotifications } from '../module/notification'
import { idle, powerMonitor } from '../module/power-monitor'
import { keyring } from '../module/safe-storage'
import { schemeClients } from '../module/scheme-clients'
import { displayAreas, screen } from '../module/screen'
import { openedOutside } from '../module/shell'
import { trays } from '../module/tray'
import { runningPids } from '../module/utility-process'
import { hub, recorder } from '../module/world'
import { preventable } from '../preventable'

/** A menu's entry as a person sees it. */
export interface MenuEntry {
  id: string
  label: string
  type: string
  enabled: boolean
  visible: boolean
  checked: boolean
  submenu: MenuEntry[]
}

/** What a test may do to the computer around the application, and see of it. All of it crosses a process: plain data only. */
export const controls = {
  /** Seconds since somebody touched the computer. */
  setIdle(seconds: number): void {
    idle.seconds = seconds
  },
  emitPower(moment: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'): void {
    powerMonitor.emit(moment, preventable({}))
  },
  tellWindows: (event: 'unresponsive' | 'responsive') => tellWindows(event),
  /** A click on the application's icon in the dock. */
  activate(): void {
    app.emit('activate', preventable({}), false)
  },
  setKeyring(changes: Partial<typeof keyring>): void {
    Object.assign(keyring, changes)
  },
  setDisplays(areas: Rectangle[]): void {
    displayAreas.splice(0, displayAreas.length, ...areas)
    screen.emit('display-metrics-changed', preventable({}), screen.getPrimaryDisplay(), ['bounds', 'workArea'])
  },
  /** Another program becomes the one that opens the scheme's links. */
  takeScheme(scheme: string, program: string): void {
    schemeClients.takeAway(scheme, program)
  },
  /** The system refuses to register schemes, or no longer does. */
  refuseSchemes(refuses: boolean): void {
    schemeClients.refuses = refuses
  },
  tray(): { tooltip: string; menu: MenuEntry[] } | null {
    const [tray] = trays
    return tray ? { tooltip: tray.tooltip, menu: entriesOf(tray.menu) } : null
  },
  applicationMenu(): MenuEntry[] {
    return entriesOf(Menu.getApplicationMenu())
  },
  clickApplicationMenu(label: string): void {
    click(Menu.getApplicationMenu(), label)
  },
  clickTray(label: string): void {
    const [tray] = trays
    click(tray?.menu ?? null, label)
  },
  /** A click on the icon itself. */
  clickTrayIcon(): void {
    for (const { face } of trays) face.emit('click', preventable({}))
  },
  notifications(): { title: string; body: string }[] {
    return shownNotifications.map(({ title, body }) => ({ title, body }))
  },
  clickNotification(title: string): void {
    const found = shownNotifications.find((one) => one.title === title)
    if (!found) throw new Error(`no notification “${title}” is shown`)
    found.emit('click', preventable({}))
  },
  openedOutside: () => openedOutside,
  dialogs: () => shownDialogs,
  badgeCount: () => badge.count,
  /** The next message box is answered with this button, by its place. */
  answerWithButton(button: number): void {
    dialogAnswers.buttons.push(button)
  },
  /** The next file dialog is answered with these paths; with none it is cancelled. */
  answerWithPaths(paths: string[]): void {
    dialogAnswers.paths.push(paths)
  },
  /** A link, as macOS delivers it. */
  openUrl(url: string): void {
    app.emit('open-url', preventable({}), url)
  },
  /** A file, as macOS delivers it. */
  openFile(path: string): void {
    app.emit('open-file', preventable({}), path)
  },
  /** What the shell itself sent and received. */
  passed: () => recorder.passed,
  /** Names of ports that the shell read. */
  portsRead: () => recorder.read,
  openPorts: () => hub.size,
  enginePids: () => runningPids(),
}
export type Controls = typeof controls

function entriesOf(menu: MenuType | null | undefined): MenuEntry[] {
  return (menu?.items ?? []).map(({ id, label, type, enabled, visible, checked, submenu }) => ({
    id,
    label,
    type,
    enabled,
    visible,
    checked,
    submenu: entriesOf(submenu),
  }))
}

/** Clicks what a person could click. */
function click(menu: MenuType | null, label: string): void {
  const item = find(menu?.items ?? [], label)
  if (!item?.enabled || !item.visible) throw new Error(`nothing to click is called “${label}”`)
  const event: KeyboardEvent = {}
  item.click(event)
}

function find(items: MenuItem[], label: string): MenuItem | undefined {
  return items.find((item) => item.label === label) ?? items.flatMap(({ submenu }) => find(submenu?.items ?? [], label) ?? [])[0]
}
