import { expect, test } from '../fixtures'
import { connect, unlock } from '../steps'
import { desktopOf } from './fixtures'

test('an engine that is killed while the window is open is started again: the window says so, asks to unlock, nothing is lost', async ({
  page,
  demo,
}) => {
  const id = await connect(page, demo, 'slackApi')
  await demo.open(page, `/connect/${id}`)
  const { name } = await demo.api.call<{ name: string }>(`/connect/connections/${id}`, 'PATCH', 'owner', {
    name: 'Kept by the vault',
  })
  expect(name).toBe('Kept by the vault')
  // A page that is still loading would meet the next engine first, and know of no end.
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const before = await desktopOf(demo).enginePid()

  await demo.crash()
  await expect(page.getByText('The engine stopped and was started again')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  expect(await page.content(), 'what was shown is gone from the page').not.toContain('Kept by the vault')
  expect(await desktopOf(demo).enginePid()).not.toBe(before)

  await unlock(page, demo)
  await expect(page.getByRole('heading', { name: 'Kept by the vault' })).toBeVisible()
  await expect(page.getByText(id, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText(/this connection works/)).toBeVisible()
})

test('what the shell says to an engine that was killed this very moment goes nowhere, and the program stays', async ({
  page,
  demo,
}) => {
  const desktop = desktopOf(demo)
  const before = await desktop.enginePid()
  await desktop.evaluate(({ powerMonitor }, pid) => {
    process.kill(pid, 'SIGKILL')
    // The shell hears of the end after this: until then it takes the engine for alive.
    const until = performance.now() + 250
    while (performance.now() < until) {
      powerMonitor.emit('suspend')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }, before)
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  expect(await desktop.enginePid()).not.toBe(before)
})
