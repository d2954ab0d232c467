import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOnScreen } from '../../src-main/shell/window-place'
import type { Rectangle } from '../../src-shared/bridge/shell-memory'

const rectangle = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height })
const at = (bounds: Rectangle) => ({ bounds, maximized: false })
const main = rectangle(0, 25, 1920, 1055)
const left = rectangle(-1280, 0, 1280, 1024)

const inside = (inner: Rectangle, outer: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

describe('a window opens', () => {
  test('where the system likes, the first time and without displays', () => {
    expect(placeOnScreen(null, [main])).toEqual({ bounds: undefined, maximized: false })
    expect(placeOnScreen(at(rectangle(1, 2, 800, 600)), [])).toEqual({ bounds: undefined, maximized: false })
  })

  test('where it was, when all of it is seen there', () => {
    for (const bounds of [rectangle(0, 25, 1920, 1055), rectangle(-1200, 100, 800, 600)])
      expect(placeOnScreen(at(bounds), [main, left]).bounds).toEqual(bounds)
  })

  test('across two displays, when it was left so', () => {
    const bounds = rectangle(-400, 100, 800, 600)
    expect(placeOnScreen(at(bounds), [main, left]).bounds).toEqual(bounds)
  })

  test('in the middle of the main display, when its own is gone', () => {
    expect(placeOnScreen(at(rectangle(-1200, 100, 800, 600)), [main]).bounds).toEqual(rectangle(560, 253, 800, 600))
  })

  test('smaller, when the display became smaller', () => {
    const small = rectangle(0, 0, 1280, 720)
    expect(placeOnScreen(at(rectangle(100, 100, 1800, 1000)), [small]).bounds).toEqual(small)
  })

  test('moved in from an edge that it hung over, at its size', () => {
    expect(placeOnScreen(at(rectangle(1800, 900, 800, 600)), [main]).bounds).toEqual(rectangle(1120, 480, 800, 600))
    expect(placeOnScreen(at(rectangle(-100, 0, 800, 600)), [main]).bounds).toEqual(rectangle(0, 25, 800, 600))
  })

  test('on the display that most of it was on', () => {
    expect(placeOnScreen(at(rectangle(-700, 600, 800, 600)), [main, left]).bounds).toEqual(rectangle(-800, 424, 800, 600))
  })

  test('maximized, when it was, with the bounds that it goes back to', () => {
    const bounds = rectangle(10, 30, 800, 600)
    expect(placeOnScreen({ bounds, maximized: true }, [main])).toEqual({ bounds, maximized: true })
  })

  test('as large as it can be used, whatever a damaged file says', () => {
    expect(placeOnScreen(at(rectangle(100, 100, 1, 1)), [main]).bounds).toEqual(rectangle(100, 100, 720, 520))
    expect(placeOnScreen(at(rectangle(1919, 1079, 1, 1)), [main]).bounds).toEqual(rectangle(1200, 560, 720, 520))
  })

  test('seen, although two displays mirror each other, of which one has a task bar', () => {
    const barless = rectangle(0, 0, 1920, 1080)
    expect(placeOnScreen(at(rectangle(-400, 100, 800, 600)), [barless, main]).bounds).toEqual(rectangle(0, 100, 800, 600))
  })

  test('seen, although two displays mirror each other', () => {
    expect(placeOnScreen(at(rectangle(1520, 100, 800, 600)), [main, main]).bounds).toEqual(rectangle(1120, 100, 800, 600))
  })
})

const anyRectangle = (least: number) =>
  fc.record({
    x: fc.integer({ min: -6000, max: 6000 }),
    y: fc.integer({ min: -6000, max: 6000 }),
    width: fc.integer({ min: least, max: 5000 }),
    height: fc.integer({ min: least, max: 5000 }),
  })

test('for any place and any display, the whole window is seen on it', () => {
  fc.assert(
    fc.property(anyRectangle(1), anyRectangle(200), (bounds, display) => {
      const placed = placeOnScreen(at(bounds), [display]).bounds
      expect(placed && inside(placed, display)).toBe(true)
    }),
  )
})
