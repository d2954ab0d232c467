import { expect, test } from '../fixtures'
import { desktopOf } from './fixtures'

test('a second start brings the window to the front, and is no second program', async ({ page, demo }) => {
  const { computer, nativeWindow } = desktopOf(demo)
  await nativeWindow.minimize()
  expect(await nativeWindow.look()).toMatchObject({ minimized: true })
  const engine = await desktopOf(demo).enginePid()
  await computer.startAgain()
  await expect.poll(() => nativeWindow.look()).toMatchObject({ minimized: false, visible: true })
  expect(await desktopOf(demo).enginePid()).toBe(engine)
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  expect(await computer.messages()).toEqual([])
  // Of two folders the one that was named last counts, as on any command line.
  await computer.startAgain('--data', `${demo.data}-other`)
  await expect.poll(() => computer.messages()).toEqual(['Another vault is open already'])
  expect(await desktopOf(demo).enginePid()).toBe(engine)
})

test('a window that is closed to the tray is still there, and opens as it was', async ({ page, demo }) => {
  const { computer, nativeWindow } = desktopOf(demo)
  await demo.open(page, '/settings')
  const choice = page.getByRole('switch', { name: 'Close to tray' })
  await choice.click()
  await expect(choice).toBeChecked()
  // The switch is drawn before the engine has kept it, and told the shell.
  await expect.poll(() => demo.api.call('/settings')).toMatchObject({ closeToTray: true })
  await nativeWindow.close()
  await expect.poll(() => nativeWindow.look()).toMatchObject({ visible: false })
  await computer.clickTray('Open Neurocad Connect')
  await expect.poll(() => nativeWindow.look()).toMatchObject({ visible: true })
  await expect(choice).toBeChecked()
})

test('a window whose page minds being left closes all the same: nobody could see why it does not', async ({ page, demo }) => {
  const { evaluate, nativeWindow } = desktopOf(demo)
  // The program is to answer, and not this test, which would let the page go.
  page.on('dialog', () => {})
  await demo.open(page, '/settings/recovery')
  await page.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await page.getByRole('button', { name: 'Show the code' }).click()
  await expect(page.locator('[data-recovery-code]')).toBeVisible()
  await evaluate(({ app }) => void app.removeAllListeners('window-all-closed').on('window-all-closed', () => {}), null)
  await nativeWindow.close()
  await expect.poll(() => nativeWindow.look()).toBeNull()
})

test('the window opens where it was left, and on the screen where that is gone', async ({ driver, data }) => {
  const first = desktopOf(await driver.start(data))
  await first.openedWindow()
  const left = { x: 40, y: 60, width: 900, height: 640 }
  await first.nativeWindow.moveTo(left)
  await first.stop()

  const second = desktopOf(await driver.start(data))
  await second.openedWindow()
  expect(await second.nativeWindow.look()).toMatchObject({ bounds: left })
  await second.nativeWindow.moveTo({ ...left, x: 9000, y: 9000 })
  await second.stop()

  const third = desktopOf(await driver.start(data))
  try {
    await third.openedWindow()
    const { x, y } = (await third.nativeWindow.look())?.bounds ?? { x: 9000, y: 9000 }
    expect(x).toBeLessThan(9000)
    expect(y).toBeLessThan(9000)
  } finally {
    await third.stop()
  }
})
