import type { Page } from '@playwright/test'
import { findings } from '../axe'
import { scenes } from './scenes'
import { expect, test } from './stage'

for (const scene of scenes) {
  test(`axe finds nothing, light and dark, and nothing is cut off at 320 pixels: ${scene.name}`, async ({ show }) => {
    const page = await show(scene)
    expect(await findings(page)).toEqual([])
    expect(await moving(page)).toEqual([])

    // Of all that axe looks at, the contrast alone is another one by night.
    await page.emulateMedia({ colorScheme: 'dark' })
    await drawn(page, '(prefers-color-scheme: dark)')
    expect(await findings(page, ['color-contrast'])).toEqual([])

    // 1280 pixels at 400 %. WCAG 1.4.10 (Reflow)
    await page.setViewportSize({ width: 320, height: 640 })
    // The page is laid out anew when it hears of its size.
    await expect.poll(() => scrolledSideways(page)).toEqual([])
  })
}

for (const name of [
  'directory',
  'type',
  'active connection',
  'attention',
  'all connections, narrowed',
  'recipe that would be deployed',
  'inbox',
  'settings',
  'create vault',
]) {
  test(`whatever the keyboard reaches shows that it has the focus: ${name}`, async ({ show }) => {
    const scene = scenes.find((one) => one.name === name)
    if (scene === undefined) throw new Error(`There is no scene ${name}.`)
    const page = await show(scene)
    expect(await unseenStops(page)).toEqual([])
    await page.emulateMedia({ forcedColors: 'active' })
    await drawn(page, '(forced-colors: active)')
    expect(await unseenStops(page)).toEqual([])
  })
}

/** Waits until the page has heard of what is emulated, and was drawn since. */
async function drawn(page: Page, query: string): Promise<void> {
  await page.waitForFunction((wanted) => matchMedia(wanted).matches, query)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Walks with Tab until it comes round; answers which stops look the same with the focus as without. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = []
  const stops = new Set<string>()
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const place = [...document.querySelectorAll('*')].indexOf(element)
      return {
        name: `${place} ${element.outerHTML.slice(0, 120)}`,
        seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      }
    })
    if (stop === undefined || stops.has(stop.name)) break
    stops.add(stop.name)
    if (!stop.seen) unseen.push(stop.name)
  }
  expect(stops.size).toBeGreaterThan(2)
  return unseen
}

/** What moves although the person asked for less of it. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { effect } = animation
      const duration = Number(effect?.getComputedTiming().duration ?? 0)
      const target = effect instanceof KeyframeEffect ? effect.target?.className : ''
      return duration > 1 ? [`${duration} ms: ${String(target)}`] : []
    }),
  )
}

/** What has to be scrolled in two directions to be read. */
function scrolledSideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, [role=dialog], [role=alertdialog]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName}: ${element.scrollWidth} of ${element.clientWidth}`),
  )
}
