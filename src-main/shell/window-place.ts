import type { Rectangle, WindowPlace } from '../../src-shared/bridge/shell-memory'

interface Size {
  width: number
  height: number
}

/** Smaller than this nobody can use the window, nor find its edges to make it larger. In device-independent pixels. */
export const leastSize: Size = { width: 720, height: 520 }

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
  const { maximized } = saved
  const bounds = grown(saved.bounds)
  if (isWhollySeen(bounds, workAreas)) return { bounds, maximized }
  const nearest = workAreas.reduce((best, area) => (overlap(area, bounds) > overlap(best, bounds) ? area : best), first)
  return { bounds: overlap(nearest, bounds) > 0 ? moved(bounds, nearest) : centred(bounds, nearest), maximized }
}

/** Whether nothing is left of the bounds when every work area is cut out. Displays that mirror each other have areas that overlap. */
function isWhollySeen(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.reduce((unseen, area) => unseen.flatMap((part) => without(part, area)), [bounds]).length === 0
}

/** What is left of a rectangle beside another one: at most four parts, above, below, to the left and to the right. */
function without(whole: Rectangle, cut: Rectangle): Rectangle[] {
  if (overlap(whole, cut) === 0) return [whole]
  const top = Math.max(whole.y, cut.y)
  const bottom = Math.min(whole.y + whole.height, cut.y + cut.height)
  const end = cut.x + cut.width
  return [
    { ...whole, height: top - whole.y },
    { ...whole, y: bottom, height: whole.y + whole.height - bottom },
    { x: whole.x, y: top, width: cut.x - whole.x, height: bottom - top },
    { x: end, y: top, width: whole.x + whole.width - end, height: bottom - top },
  ].filter(({ width, height }) => width > 0 && height > 0)
}

const grown = (bounds: Rectangle): Rectangle => ({
  ...bounds,
  width: Math.max(bounds.width, leastSize.width),
  height: Math.max(bounds.height, leastSize.height),
})

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
