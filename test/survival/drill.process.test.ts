import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parentFolder, spawnServe } from '../host/serve/serve-process'
import { type Answer, httpApi } from './api'

const password = 'correct horse battery staple'

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function start(data: string) {
  const serve = spawnServe('--data', data, '--json', '--no-open')
  return { serve, api: await httpApi(await serve.ready()) }
}

/** A drill that has its copy, and derives the password: as long a moment as there is for anything to happen in. */
async function drillUnderWay(data: string, api: Awaited<ReturnType<typeof httpApi>>): Promise<{ drill: Promise<Answer> }> {
  const drill = api.send('POST', '/vault/drill', { password })
  drill.catch(() => undefined) // who is killed answers nothing
  const copied = () => exists(join(data, 'restore-drill', 'header'))
  await expect.poll(copied, { interval: 5, timeout: 20_000 }).toBe(true)
  return { drill }
}

test('commands are answered while a drill runs, and locking ends it and takes its copy away', async () => {
  const data = join(await parentFolder(), 'data')
  const { api } = await start(data)
  await api.call('POST', '/vault', { password })
  expect(await api.call('POST', '/vault/drill', { password })).toMatchObject({ result: 'success', problems: [] })
  expect(await exists(join(data, 'restore-drill'))).toBe(false)

  const { drill } = await drillUnderWay(data, api)
  await api.call('PATCH', '/settings', { closeToTray: true })
  await api.call('POST', '/vault/lock')
  expect(await exists(join(data, 'restore-drill'))).toBe(false)
  // Where it was quicker than the lock it has succeeded.
  expect([200, 423]).toContain((await drill).status)
  await api.call('POST', '/vault/unlock', { password })
  expect(await api.call('GET', '/settings')).toMatchObject({ closeToTray: true })
}, 120_000)

test('the copy of a drill that was killed is gone when the program starts again', async () => {
  const data = join(await parentFolder(), 'data')
  const first = await start(data)
  await first.api.call('POST', '/vault', { password })
  await drillUnderWay(data, first.api)
  first.serve.child.kill('SIGKILL')
  await first.serve.ended
  expect(await exists(join(data, 'restore-drill'))).toBe(true)
  const second = await start(data)
  expect(await exists(join(data, 'restore-drill'))).toBe(false)
  await second.api.call('POST', '/vault/unlock', { password })
}, 120_000)
