import { expect, test } from 'vitest'
import type { FakeFiles } from '../../fakes/files'
import { ada } from '../session-fixture'
import { password } from '../vault/vault-fixture'
import { opensWith, slotEngine } from './slot-fixture'

const newPassword = 'another correct horse'
const change = (current: { password: string } | { recoveryCode: string } = { password }) => ({ current, newPassword })

/** Whether the old password opens it, and whether the new one does. */
const opened = async (files: FakeFiles) => [
  await opensWith(files.copy(), { password }),
  await opensWith(files.copy(), { password: newPassword }),
]

test('after a change the new password opens the vault and the old one nothing, also in a copy of its header', async () => {
  const { engine, files } = await slotEngine()
  const slots = await engine.useCases.keySlot.changePassword(ada, change())
  expect(slots).toEqual([{ kind: 'password', createdAt: expect.any(String), protection: 'Argon2id, 19 MiB, 1 pass' }])
  expect(await opened(files)).toEqual([false, true])
  // What is left when either copy of the header is damaged must not be the old one.
  for (const at of [100, 16 * 1024 + 100]) {
    const damaged = files.copy()
    damaged.flip('header', at)
    expect(await opened(damaged)).toEqual([false, true])
  }
})

test('a wrong current password changes nothing and is named where it stands', async () => {
  const { engine, files } = await slotEngine()
  const header = Buffer.from(files.contents.get('header') ?? [])
  await expect(engine.useCases.keySlot.changePassword(ada, change({ password: 'not it' }))).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
    data: { fields: [{ path: 'current.password' }] },
  })
  expect(header.equals(files.contents.get('header') ?? new Uint8Array())).toBe(true)
})

test.each(['short', 'password1'])('%j is no new password', async (weak) => {
  const { engine } = await slotEngine()
  const wanted = { current: { password }, newPassword: weak }
  await expect(engine.useCases.keySlot.changePassword(ada, wanted)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'newPassword' }] },
  })
})

test('who forgot the password sets a new one by the recovery code', async () => {
  const { engine, files } = await slotEngine()
  const { code } = await engine.useCases.keySlot.startRecovery(ada, { password })
  await engine.useCases.keySlot.confirmRecovery(ada, { code })
  await engine.useCases.keySlot.changePassword(ada, change({ recoveryCode: code }))
  expect(await opened(files)).toEqual([false, true])
  expect(await opensWith(files.copy(), { recoveryCode: code })).toBe(true)
})

test('the vault has either password after a kill or a power cut at any step of a change, and never none', async () => {
  const { engine, files } = await slotEngine()
  const moments: FakeFiles[] = []
  files.afterStep = () => moments.push(files.copy(), files.afterPowerCut())
  await engine.useCases.keySlot.changePassword(ada, change())
  files.afterStep = () => undefined
  expect(moments.length).toBeGreaterThan(8)
  const seen = new Set<string>()
  for (const moment of moments) {
    const which = await opened(moment)
    expect(which.filter(Boolean)).toHaveLength(1)
    seen.add(String(which))
  }
  expect(seen.size).toBe(2)
  expect(await opened(files)).toEqual([false, true])
})

test.each([true, false])(
  'a disk that fails at any step of a change is told of, and one password is left (cut: %s)',
  async (half) => {
    for (let at = 1; ; at++) {
      const { engine, files } = await slotEngine()
      files.fails({ at: files.steps + at, half, once: false })
      const failed = await engine.useCases.keySlot.changePassword(ada, change()).then(
        () => false,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'VAULT_READ_ONLY' })
          return true
        },
      )
      files.mend()
      await engine.close()
      const which = await opened(files)
      expect(which.filter(Boolean)).toHaveLength(1)
      if (!failed) break
      expect(at).toBeLessThan(20)
    }
  },
)

test('a change beside commands and compactions loses neither', async () => {
  const { engine, files } = await slotEngine()
  const { keySlot, settings, providerApp } = engine.useCases
  const app = { type: 'slackApi', clientId: 'id', clientSecret: 'client-secret' } as const
  await Promise.all([
    keySlot.changePassword(ada, change()),
    providerApp.set(ada, app).then(() => providerApp.remove(ada, { type: 'slackApi' })),
    settings.update(ada, { closeToTray: true }),
  ])
  await engine.close()
  expect(await opened(files)).toEqual([false, true])
  const { engine: again } = await slotEngine(files)
  await again.unlock({ password: newPassword })
  expect((await again.useCases.settings.get(ada, undefined)).closeToTray).toBe(true)
  expect((await again.useCases.providerApp.get(ada, { type: 'slackApi' })).configured).toBe(false)
})
