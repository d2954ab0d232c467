import { EventEmitter } from 'node:events'
import type { Menu, Tray as Real } from 'electron'
import { standIn, standInClass } from '../stand-in'

/** The trays that are shown, with what a person would see of them. */
export const trays = new Set<{ face: Real; tooltip: string; menu: Menu | null }>()

class TrayFace extends EventEmitter {
  private readonly shown: { tooltip: string; menu: Menu | null }

  constructor(shown: { tooltip: string; menu: Menu | null }) {
    super()
    this.shown = shown
  }
  setToolTip(tooltip: string): void {
    this.shown.tooltip = tooltip
  }
  setContextMenu(menu: Menu | null): void {
    this.shown.menu = menu
  }
}

export const Tray = standInClass<typeof Real>(
  'Tray',
  () => {
    const shown = { tooltip: '', menu: null }
    const face = standIn<Real>('Tray')(new TrayFace(shown))
    trays.add(Object.assign(shown, { face }))
    return face
  },
  {},
)
