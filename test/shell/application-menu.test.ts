import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { applicationMenu, type MenuSurroundings } from '../../src-main/shell/application-menu'
import { shellWords } from '../../src-shared/words/en/shell'

const platforms = ['linux', 'darwin', 'win32'] as const

function menuOf(surroundings: Partial<MenuSurroundings> = {}) {
  const done: string[] = []
  const menu = applicationMenu(
    { go: (path) => done.push(path), lock: () => done.push('lock') },
    { platform: 'linux', packaged: true, unlocked: true, ...surroundings },
  )
  return { items: flat(menu), done }
}

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

const byId = (items: MenuItemConstructorOptions[], id: string) => items.find((item) => item.id === id)
/** As Electron calls it. What it passes is not looked at. */
const click = (item: MenuItemConstructorOptions | undefined) =>
  Reflect.apply(item?.click ?? expect.fail('no click'), undefined, [])

describe('the native menus', () => {
  test.each(platforms)('have settings, lock and quit with their usual keys on %s', (platform) => {
    const { items } = menuOf({ platform })
    expect(byId(items, 'settings')).toMatchObject({ label: 'Settings…', accelerator: 'CmdOrCtrl+,' })
    expect(byId(items, 'lock')).toMatchObject({ label: 'Lock', accelerator: 'CmdOrCtrl+L', enabled: true })
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1)
  })

  test('show the application’s own pages', () => {
    const { items, done } = menuOf()
    for (const id of ['settings', 'connect', 'attention', 'connections', 'recipes', 'inbox', 'about', 'lock'])
      click(byId(items, id))
    expect(done).toEqual(['/settings', '/connect', '/attention', '/connections', '/recipes', '/inbox', '/settings#about', 'lock'])
  })

  test('offer no lock for a vault that is not open', () => {
    expect(byId(menuOf({ unlocked: false }).items, 'lock')?.enabled).toBe(false)
  })

  test.each(platforms)('have the roles of editing and zooming on %s, without which their keys do nothing', (platform) => {
    const roles = menuOf({ platform }).items.map(({ role }) => role)
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut'])
      expect(roles, role).toContain(role)
  })

  test.each(platforms)('have no reload and no developer tools in an installed application on %s', (platform) => {
    const roles = (packaged: boolean) => menuOf({ platform, packaged }).items.map(({ role }) => role)
    expect(roles(false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'] as const) expect(roles(true)).not.toContain(role)
  })

  test.each(platforms)(
    'can close the window on %s, which leaves the program in the tray where its owner chose that',
    (platform) => {
      expect(menuOf({ platform }).items.filter(({ role }) => role === 'close')).toHaveLength(1)
    },
  )

  test.each(platforms)('say everything in words of the catalogue on %s: those of Electron are in English alone', (platform) => {
    const words = new Set<unknown>(Object.values(shellWords))
    for (const item of menuOf({ platform, packaged: false }).items)
      if (item.type !== 'separator') expect(words, item.role ?? item.id).toContain(item.label)
  })

  test('use no key twice', () => {
    for (const platform of platforms) {
      const keys = menuOf({ platform, packaged: false }).items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
      expect(keys.length).toBe(new Set(keys).size)
    }
  })
})
