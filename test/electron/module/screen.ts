import { EventEmitter } from 'node:events'
import type { Display, Rectangle, Screen } from 'electron'
import { standIn } from '../stand-in'

/** The displays' areas, as a test has them; the first is the primary one. Nothing of them is taken by panels. */
export const displayAreas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }]

const display = (bounds: Rectangle, index: number): Display => {
  const facts = { id: index + 1, bounds, workArea: bounds }
  return standIn<Display>('Display')(facts)
}
const first = () => display(displayAreas[0] ?? { x: 0, y: 0, width: 0, height: 0 }, 0)

class ScreenFace extends EventEmitter {
  getAllDisplays(): Display[] {
    return displayAreas.map(display)
  }
  getPrimaryDisplay(): Display {
    return first()
  }
}

export const screen = standIn<Screen>('screen')(new ScreenFace())
