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
    { label: shellWords.fileMenu, submenu: mac ? [close] : [settings, lock, separator, close, quit] },
    { label: shellWords.editMenu, submenu: editMenu },
    { label: shellWords.viewMenu, submenu: [...(packaged ? [] : developing), ...zooming] },
    {
      label: shellWords.goMenu,
      submenu: [
        go('connect', shellWords.connect, '1', '/connect'),
        go('attention', shellWords.attention, '2', '/attention'),
        go('connections', shellWords.connections, '3', '/connections'),
        go('recipes', shellWords.recipes, '4', '/recipes'),
        go('inbox', shellWords.inbox, '5', '/inbox'),
      ],
    },
    ...(mac ? [{ role: 'window' as const, label: shellWords.windowMenu, submenu: windowMenu }] : []),
    {
      role: 'help',
      label: shellWords.helpMenu,
      submenu: [{ id: 'about', label: shellWords.about, click: () => actions.go('/settings#about') }],
    },
  ]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
const close: MenuItemConstructorOptions = { role: 'close', label: shellWords.closeWindow }
const quit: MenuItemConstructorOptions = { role: 'quit', label: shellWords.quit, accelerator: 'CmdOrCtrl+Q' }

const appMenu = (settings: MenuItemConstructorOptions, lock: MenuItemConstructorOptions): MenuItemConstructorOptions[] => [
  { role: 'about', label: shellWords.aboutProgram },
  separator,
  settings,
  lock,
  separator,
  { role: 'hide', label: shellWords.hideProgram },
  { role: 'hideOthers', label: shellWords.hideOthers },
  { role: 'unhide', label: shellWords.showAll },
  separator,
  quit,
]

const editMenu: MenuItemConstructorOptions[] = [
  { role: 'undo', label: shellWords.undo },
  { role: 'redo', label: shellWords.redo },
  separator,
  { role: 'cut', label: shellWords.cut },
  { role: 'copy', label: shellWords.copy },
  { role: 'paste', label: shellWords.paste },
  { role: 'selectAll', label: shellWords.selectAll },
]

const developing: MenuItemConstructorOptions[] = [
  { role: 'reload', label: shellWords.reload },
  { role: 'toggleDevTools', label: shellWords.developerTools },
  separator,
]

const zooming: MenuItemConstructorOptions[] = [
  { role: 'resetZoom', label: shellWords.actualSize },
  { role: 'zoomIn', label: shellWords.zoomIn },
  { role: 'zoomOut', label: shellWords.zoomOut },
  separator,
  { role: 'togglefullscreen', label: shellWords.fullScreen },
]

const windowMenu: MenuItemConstructorOptions[] = [
  { role: 'minimize', label: shellWords.minimize },
  { role: 'zoom', label: shellWords.zoom },
  separator,
  { role: 'front', label: shellWords.bringToFront },
]
