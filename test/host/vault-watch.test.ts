import { expect, test } from 'vitest'
import { LiveSettings } from '../../src-main/host/live-settings'
import { VaultWatch } from '../../src-main/host/vault-watch'
import { FakeEngine, owner } from '../fakes/engine'
import { FakeLogger } from '../fakes/logger'

const password = 'correct horse'

function watched(fake: FakeEngine) {
  const watch = new VaultWatch(fake)
  const heard: string[] = []
  watch.add({
    opened: () => heard.push('opened'),
    change: ({ event }) => heard.push(event.kind),
    closed: () => heard.push('closed'),
  })
  return { watch, engine: watch.engine, heard }
}

test('whoever watches hears of an opening, then of changes, then of the lock, and of nothing after it', async () => {
  const fake = new FakeEngine('absent', password)
  const { engine, heard } = watched(fake)
  const ready = { event: { kind: 'ready' }, audience: 'org' } as const
  await engine.create(password)
  fake.emit(ready)
  await engine.lock()
  fake.emit(ready)
  await engine.unlock({ password })
  expect(heard).toEqual(['opened', 'ready', 'closed', 'opened'])
})

test('whoever watches hears that a vault is about to be opened, whatever comes of it', async () => {
  const { watch, engine, heard } = watched(new FakeEngine('locked', password))
  watch.add({ opening: () => heard.push('opening') })
  await expect(engine.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  const unlocked = engine.unlock({ password })
  expect(heard).toEqual(['opening', 'opening'])
  await unlocked
  await engine.unlock({ password })
  expect(heard).toEqual(['opening', 'opening', 'opened'])
})

test('unlocking what is open opens nothing', async () => {
  const { engine, heard } = watched(new FakeEngine('locked', password))
  await engine.unlock({ password })
  await engine.unlock({ password })
  expect(heard).toEqual(['opened'])
})

test('a wrong password opens nothing', async () => {
  const { engine, heard } = watched(new FakeEngine('locked', password))
  await expect(engine.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(heard).toEqual([])
})

test('settings are told at the opening and at every change, and not before', async () => {
  const fake = new FakeEngine('locked', password)
  const { watch, engine } = watched(fake)
  const settings = new LiveSettings(engine, owner, new FakeLogger())
  const known: (number | null)[] = []
  settings.onChange(({ autoLockMinutes }) => known.push(autoLockMinutes))
  watch.add(settings)
  expect(known).toEqual([])
  await engine.unlock({ password })
  await settings.settled()
  await engine.useCases.settings.update({ actor: owner, callbackOrigin: null }, { autoLockMinutes: 5 })
  expect(known).toEqual([15, 5])
})
