import type { Page } from '@playwright/test'
import { scenes } from './scenes'
import { expect, test } from './stage'

for (const scene of scenes) {
  test(`in another language no English is left, and nothing breaks: ${scene.name}`, async ({ show }) => {
    const page = await show(scene, { language: 'pseudo' })
    expect(await englishOn(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    await page.setViewportSize({ width: 400, height: 800 })
    // The page is laid out anew when it hears of its size.
    await expect.poll(() => overflowing(page)).toEqual([])
  })
}

/** What a person reads or hears on the page that is neither of the language nor of the data. */
function englishOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title']
    const texts: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // What a recipe or its run holds is data in parts, and marked as such. HTML Living Standard, 3.2.6.3
      const holder = node instanceof Element ? node : node.parentElement
      if (holder?.closest('[translate=no], textarea') != null) continue
      if (node instanceof Element) texts.push(...attributes.flatMap((name) => node.getAttribute(name) ?? []))
      else if (!['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) texts.push(node.nodeValue ?? '')
    }
    // What the engine said may be shown with its end cut off, or in lower case.
    const data = [...window.fakeLink.said].flatMap((text) => [text, text.toLowerCase(), text.replace(/\.$/, '')])
    const longestFirst = data.sort((a, b) => b.length - a.length)
    /** The same in every language: names, addresses, names of files, and units of the SI and of IEC 80000-13. */
    const international =
      /\b(?:Neurocad Connect|GNOME Keyring|KWallet|Argon2id|[KMG]iB|React Flow(?: attribution)?|slack\.com|api-token)\b|https:\/\/\S+/g
    const withoutData = (text: string) =>
      longestFirst.reduce((rest, known) => (known.length > 1 ? rest.replaceAll(known, '') : rest), text)
    const withoutNames = (text: string) => text.replaceAll(international, '')
    const isEnglish = (rest: string) => /[A-Za-z]{2,}/.test(rest)
    // A name may hold a piece of data, and data a name.
    return texts.filter((text) => isEnglish(withoutData(withoutNames(text))) && isEnglish(withoutNames(withoutData(text))))
  })
}

/** What is wider than what holds it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What only a screen reader hears is one pixel wide.
    const wide = (element: Element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    const scrolled = [document.documentElement, ...document.querySelectorAll('main, [role=dialog], [role=alertdialog]')]
    const cut = [...document.querySelectorAll('button, h1, h2, h3, label, [role=status]')].filter(
      (element) =>
        !element.classList.contains('sr-only') &&
        element.closest('.truncate, .sr-only') === null &&
        element.querySelector('.truncate, .sr-only, [class*=sr-only]') === null,
    )
    return [...scrolled, ...cut].filter(wide).map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`)
  })
}
