import type { MenuItemConstructorOptions } from 'electron'
import { shellWords } from '../../src-shared/words/en/shell'

export interface MenuActions {
  /** Shows one of the application's own pages. */
  go(path: string): void
  lock(): void
}

/** What the menus depend on. */
export interface MenuSurroundings {
  platform: NodeJS.Platform
  /** Installed from a package, as people have it: without the tools of those who write it. */
  packaged: boolean
  /** Whether there is a vault that could be locked. */
  unlocked: boolean
}

/** The native menus. Shortcuts that the page has as well are the page's: the menu shows them, and the page hears them. */
export function applicationMenu(
  actions: MenuActions,
  { platform, packaged, unlocked }: MenuSurroundings,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const settings: MenuItemConstructorOptions = {
    id: 'settings',
    label: shellWords.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.go('/settings'),
  }
  const lock: MenuItemConstructorOptions = {
    id: 'lock',
    label: shellWords.lock,
    accelerator: 'CmdOrCtrl+L',
    enabled: unlocked,
    click: () => actions.lock(),
  }
  const go = (id: string, label: string, key: string, path: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator: `CmdOrCtrl+${key}`,
    click: () => actions.go(path),
  })
  return [
    ...(mac ? [{ label: shellWords.name, submenu: appMenu(settings, lock) }] : []),
    ...(mac ? [] : [{ label: shellWords.fileMenu, submenu: [settings, lock, separator, quit] }]),
    { label: shellWords.editMenu, submenu: editMenu },
    { label: shellWords.viewMenu, submenu: [...(packaged ? [] : developing), ...zooming] },
    {
      label: shellWords.goMenu,
      submenu: [
        go('connect', shellWords.connect, '1', '/connect'),
        go('attention', shellWords.attention, '2', '/attention'),
        go('connections', shellWords.connections, '3', '/connections'),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    {
      role: 'help',
      label: shellWords.helpMenu,
      submenu: [{ id: 'about', label: shellWords.about, click: () => actions.go('/settings#about') }],
    },
  ]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
const quit: MenuItemConstructorOptions = { role: 'quit', label: shellWords.quit, accelerator: 'CmdOrCtrl+Q' }

const appMenu = (settings: MenuItemConstructorOptions, lock: MenuItemConstructorOptions): MenuItemConstructorOptions[] => [
  { role: 'about' },
  separator,
  settings,
  lock,
  separator,
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  separator,
  { role: 'quit' },
]

const editMenu: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]

const developing: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, separator]

const zooming: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  separator,
  { role: 'togglefullscreen' },
]
