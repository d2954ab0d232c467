// Draws the icons in `resources` from the page's own mark: `node scripts/icons.mjs`. They are committed; run it when the mark changes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from './chromium.mjs'
import { icns, ico } from './icon-container.mjs'
import { root } from './root.mjs'

const mark = readFileSync(join(root, 'src-renderer', 'icon.svg'), 'utf8')
const trayMark = readFileSync(join(root, 'resources', 'tray', 'mark.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const browser = await chromium.launch({
  executablePath: await findChromium(),
  // What is drawn is ours, and Chromium's sandbox does not run as root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage()
  mkdirSync(join(root, 'resources', 'icons'), { recursive: true })

  const whole = new Map()
  for (const size of sizes) whole.set(size, await drawn(page, mark, size))
  for (const [size, png] of whole) keep(`icons/${size}x${size}.png`, png)
  keep('icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: whole.get(size) }))))

  const onPaper = new Map()
  for (const size of [16, 32, 64, 128, 256, 512, 1024]) onPaper.set(size, await drawn(page, document(mark), size))
  keep('recipe.ico', ico([16, 32, 64, 128, 256].map((size) => ({ size, png: onPaper.get(size) }))))
  keep('recipe.icns', icns(onPaper))

  // macOS icons stand in a frame of their own: 824 of 1024 pixels are the tile.
  const framed = new Map()
  for (const size of [16, 32, 64, 128, 256, 512, 1024]) framed.set(size, await drawn(page, mark, size, 100 / 1024))
  keep('icon.icns', icns(framed))

  for (const [suffix, scale] of /** @type {const} */ ([
    ['', 1],
    ['@2x', 2],
  ])) {
    keep(`tray/tray${suffix}.png`, await drawn(page, mark, 22 * scale))
    keep(`tray/trayTemplate${suffix}.png`, await drawn(page, trayMark, 18 * scale))
  }
  keep('tray/tray.ico', ico([16, 24, 32, 48].map((size) => ({ size, png: whole.get(size) }))))
} finally {
  await browser.close()
}

/**
 * A sheet with a folded corner, and the mark on it: what a file of ours looks like.
 * @param {string} svg
 */
function document(svg) {
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <path d="M13 3h27l13 13v43a2 2 0 0 1-2 2H13a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z" fill="#fff" stroke="#8a8f98" stroke-width="1.5"/>
    <path d="M40 3v11a2 2 0 0 0 2 2h11z" fill="#e4e6ea" stroke="#8a8f98" stroke-width="1.5" stroke-linejoin="round"/>
    <image href="${image}" x="20" y="26" width="24" height="24"/></svg>`
}

/**
 * @param {string} name
 * @param {Buffer} bytes
 */
function keep(name, bytes) {
  writeFileSync(join(root, 'resources', name), bytes)
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} svg
 * @param {number} size in pixels, of each side
 * @param {number} margin of the size, on each side
 */
async function drawn(page, svg, size, margin = 0) {
  await page.setViewportSize({ width: size, height: size })
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  const inset = `${margin * 100}%`
  await page.setContent(
    `<body style="margin:0"><img src="${image}" style="position:fixed;left:${inset};top:${inset};width:${100 - 2 * margin * 100}%"></body>`,
  )
  await page.locator('img').evaluate((element) => /** @type {any} */ (element).decode())
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } })
}
