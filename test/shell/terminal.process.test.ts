import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desktop } from '../electron/harness/desktop'
import { launchDesktop } from '../electron/harness/launch-desktop'

let data: string
let desktop: Desktop
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'neurocad-terminal-'))
  desktop = await launchDesktop({ args: ['--demo', '--json', '--data', data] })
  await expect.poll(() => desktop.output, { timeout: 30_000 }).toContain('"ready"')
})
afterEach(async () => {
  await desktop.close()
  await rm(data, { recursive: true, force: true })
})

test('a terminal that is closed ends nothing, although the program goes on writing to it', async () => {
  const { stdout, stderr } = desktop.process
  for (const stream of [stdout, stderr]) stream?.destroy()
  // Each is refused, which is a line in the log.
  for (let each = 0; each < 3; each++) await desktop.openLink('neurocad://nothing', 'open-url')
  expect(await desktop.evaluate(({ app }) => app.getVersion())).toMatch(/^\d+\./)
})

test('Ctrl-C, which reaches the engine too, does not end it before the shell has asked it to', async () => {
  const pid = await desktop.enginePid()
  process.kill(pid, 'SIGINT')
  const page = await desktop.firstWindow()
  await page.reload()
  await page.getByRole('heading').first().waitFor()
  expect(await desktop.enginePid()).toBe(pid)
})

test('an application that ends opens no window, although its engine takes its time', async () => {
  const pid = await desktop.enginePid()
  process.kill(pid, 'SIGSTOP')
  await desktop.evaluate(
    ({ app }) =>
      new Promise<void>((resolve) => {
        app.once('will-quit', () => resolve())
        app.quit()
      }),
  )
  await desktop.openLink('neurocad://connect/slackApi', 'open-url')
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  process.kill(pid, 'SIGCONT')
  await once(desktop.process, 'exit')
})
