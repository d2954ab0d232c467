import type { Rectangle, WindowPlace } from '../../src-shared/bridge/shell-memory'

interface Size {
  width: number
  height: number
}

/** Where a window is to open. Without bounds the system puts it where it likes. */
export interface OpeningPlace {
  bounds: Rectangle | undefined
  maximized: boolean
}

/**
 * Where a window opens that was closed at `saved`: there, if all of it can be seen there; else moved and shrunk onto the display that
 * most of it was on, or onto the first one when that display is gone.
 * @param workAreas of the displays without their task bars, in device-independent pixels, the main one first
 */
export function placeOnScreen(saved: WindowPlace | null, workAreas: readonly Rectangle[]): OpeningPlace {
  const [first] = workAreas
  if (saved === null || first === undefined) return { bounds: undefined, maximized: false }
  const { bounds, maximized } = saved
  if (isWhollySeen(bounds, workAreas)) return { bounds, maximized }
  const nearest = workAreas.reduce((best, area) => (overlap(area, bounds) > overlap(best, bounds) ? area : best), first)
  return { bounds: overlap(nearest, bounds) > 0 ? moved(bounds, nearest) : centred(bounds, nearest), maximized }
}

/** Work areas never overlap, unless displays mirror each other: those count once. */
function isWhollySeen(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  const different = workAreas.filter((area, at) => workAreas.findIndex((other) => isSame(other, area)) === at)
  return different.reduce((seen, area) => seen + overlap(area, bounds), 0) >= bounds.width * bounds.height
}

function moved(bounds: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = shrunk(bounds, area)
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  }
}

function centred(bounds: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = shrunk(bounds, area)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

const shrunk = (size: Size, area: Size): Size => ({
  width: Math.min(size.width, area.width),
  height: Math.min(size.height, area.height),
})

/** In square pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

const isSame = (a: Rectangle, b: Rectangle) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
