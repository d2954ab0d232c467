import { EventEmitter } from 'node:events'
import type { Display, Point, Rectangle, Screen } from 'electron'
import { standIn } from '../stand-in'

/** The displays' areas, as a test has them; the first is the primary one. Nothing of them is taken by panels. */
export const displayAreas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }]

const display = (bounds: Rectangle, index: number): Display => {
  const { width, height } = bounds
  const facts = {
    id: index + 1,
    bounds,
    workArea: bounds,
    size: { width, height },
    workAreaSize: { width, height },
    scaleFactor: 1,
  }
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
  getDisplayMatching(rectangle: Rectangle): Display {
    const shared = ({ bounds }: Display) => overlap(bounds, rectangle)
    return this.getAllDisplays().reduce((best, one) => (shared(one) > shared(best) ? one : best), first())
  }
  getDisplayNearestPoint({ x, y }: Point): Display {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

export const screen = standIn<Screen>('screen')(new ScreenFace())
