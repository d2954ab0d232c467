import { expect, test } from 'vitest'
import { VaultHealth } from '../../../src-shared/contract/vault'
import { slotEngine } from '../key-slots/slot-fixture'
import { ada } from '../session-fixture'
import { password } from '../vault/vault-fixture'

test('health tells how a new vault is kept, and what its last drill said', async () => {
  const { engine, clock } = await slotEngine()
  const { upkeep } = engine.useCases
  const health = await upkeep.health(ada, undefined)
  expect(VaultHealth.parse(health)).toEqual(health)
  expect(health).toMatchObject({
    ...{ createdAt: new Date(clock.now()).toISOString(), demo: false, formats: { header: 1, journal: 1, snapshot: 2 } },
    ...{ keychain: { state: 'available', backend: 'gnome_libsecret' }, connections: 0, events: 1, kekVersion: 1 },
    ...{ lastCompactionAt: null, damagedFiles: [], lastDrill: null, slots: [{ kind: 'password' }] },
  })
  const drill = await upkeep.drill(ada, { password })
  expect(await upkeep.health(ada, undefined)).toMatchObject({ lastDrill: drill, events: 2 })
})

test('it tells when the vault was compacted, and which files were damaged, also after they were set aside', async () => {
  const { engine, files, clock } = await slotEngine()
  const app = { type: 'slackApi', clientId: 'id', clientSecret: 'client-secret' } as const
  await engine.useCases.providerApp.set(ada, app)
  await engine.close()
  files.flip('journal-1', 200)
  const { engine: again } = await slotEngine(files, undefined, clock)
  await again.unlock({ password })
  const { upkeep, settings } = again.useCases
  expect((await upkeep.health(ada, undefined)).damagedFiles).toContain('journal-1')
  await settings.update(ada, { closeToTray: true })
  await expect.poll(async () => (await upkeep.health(ada, undefined)).lastCompactionAt).toBe(new Date(clock.now()).toISOString())
  expect((await upkeep.health(ada, undefined)).damagedFiles).toContain('journal-1')
})
