import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desktop } from '../electron/harness/desktop'
import { launchDesktop } from '../electron/harness/launch-desktop'
import { type Packed, packApplication } from './packed'

/*
 * Node cannot read ASAR archives, so the archive's files, and nothing else, are laid out in a folder away from the repository.
 * What this cannot show is Electron reading them inside the archive.
 */
let packed: Packed
let desktop: Desktop
beforeAll(async () => {
  packed = await packApplication()
  desktop = await launchDesktop({ root: packed.extract(), packaged: true, args: ['--demo', '--data', packed.dataFolder] })
})
afterAll(async () => {
  await desktop.close()
  packed.remove()
})

test('the application runs from what is in the package: window, engine, its worker threads, SQLite and the demo', {
  timeout: 90_000,
}, async () => {
  const page = await desktop.firstWindow()
  await page.getByRole('button', { name: /Slack/ }).first().waitFor()
  expect(await desktop.evaluate(({ app }) => app.isPackaged)).toBe(true)
})
