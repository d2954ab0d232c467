import { EventEmitter } from 'node:events'
import type { KeyboardEvent, MenuItemConstructorOptions, MenuItem as RealItem, Menu as RealMenu } from 'electron'
import { standIn, standInClass } from '../stand-in'

class MenuItemFace {
  readonly id: string
  label: string
  readonly type: RealItem['type']
  readonly accelerator: RealItem['accelerator']
  readonly submenu: RealItem['submenu']
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(private readonly options: MenuItemConstructorOptions) {
    const { submenu } = options
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    this.id = options.id ?? ''
    this.label = options.label ?? ''
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator ?? null
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
  }

  /** Electron's types call it a function and no more. */
  click = (event: KeyboardEvent): void => {
    if (this.type === 'checkbox') this.checked = !this.checked
    const item = faces.get(this)
    if (item) this.options.click?.(item, undefined, event)
  }
}

const faces = new WeakMap<MenuItemFace, RealItem>()
const items = new WeakSet<object>()
const isItem = (entry: RealItem | MenuItemConstructorOptions): entry is RealItem => items.has(entry)

export const MenuItem = standInClass<typeof RealItem>(
  'MenuItem',
  (options) => {
    const own = new MenuItemFace(options)
    const face = standIn<RealItem>('MenuItem')(own)
    faces.set(own, face)
    items.add(face)
    return face
  },
  {},
)

class MenuFace extends EventEmitter {
  items: RealItem[] = []

  append(item: RealItem): void {
    this.items.push(item)
  }
}

let applicationMenu: RealMenu | null = null

export const Menu: typeof RealMenu = standInClass<typeof RealMenu>('Menu', () => standIn<RealMenu>('Menu')(new MenuFace()), {
  buildFromTemplate(template) {
    const menu = new Menu()
    for (const entry of template) menu.append(isItem(entry) ? entry : new MenuItem(entry))
    return menu
  },
  setApplicationMenu(menu) {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
})
