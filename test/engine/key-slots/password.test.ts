import { expect, test } from 'vitest'
import type { FakeFiles } from '../../fakes/files'
import { FakeKeychain } from '../../fakes/keychain'
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
          expect(error).toMatchObject({
            code: 'VAULT_READ_ONLY',
            message: expect.stringContaining('whether the change was made'),
          })
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

test('of changes that prove the same password at once one is made, and the others are told that it is not the password', async () => {
  const { engine, files } = await slotEngine()
  const { keySlot } = engine.useCases
  const wanted = ['first new password', 'second new password', 'third new password']
  const changes = wanted.map((each) => keySlot.changePassword(ada, { current: { password }, newPassword: each }))
  const outcomes = await Promise.allSettled(changes)
  const opens = await Promise.all(wanted.map((each) => opensWith(files.copy(), { password: each })))
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(opens)
  expect(opens.filter(Boolean)).toHaveLength(1)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused).toHaveLength(2)
  for (const reason of refused)
    expect(reason).toMatchObject({ code: 'WRONG_PASSWORD', data: { fields: [{ path: 'current.password' }] } })
})

test('of a change and a removal that each take away what the other was allowed by, one is made', async () => {
  const { engine, files } = await slotEngine()
  const { keySlot } = engine.useCases
  const { code } = await keySlot.startRecovery(ada, { password })
  await keySlot.confirmRecovery(ada, { code })
  const [changed, removed] = await Promise.allSettled([
    keySlot.changePassword(ada, change({ recoveryCode: code })),
    keySlot.removeRecovery(ada, { password }),
  ])
  expect([changed.status, removed.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect(await opened(files)).toEqual([changed.status === 'rejected', changed.status === 'fulfilled'])
  expect(await opensWith(files.copy(), { recoveryCode: code })).toBe(removed.status === 'rejected')
})

test('a password that is changed while the keychain is asked sets up no device', async () => {
  const keychain = new FakeKeychain()
  const { engine } = await slotEngine(undefined, keychain)
  const { keySlot } = engine.useCases
  const wrap = keychain.wrap.bind(keychain)
  keychain.wrap = async (secret) => {
    await keySlot.changePassword(ada, change())
    return wrap(secret)
  }
  await expect(keySlot.enableDevice(ada, { password })).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
    data: { fields: [{ path: 'password' }] },
  })
  expect((await keySlot.list(ada, undefined)).map(({ kind }) => kind)).toEqual(['password'])
})

test('a recovery code that waits when the password is changed is not to be confirmed any more', async () => {
  const { engine } = await slotEngine()
  const { keySlot } = engine.useCases
  const { code } = await keySlot.startRecovery(ada, { password })
  await keySlot.changePassword(ada, change())
  await expect(keySlot.confirmRecovery(ada, { code })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await keySlot.list(ada, undefined)).map(({ kind }) => kind)).toEqual(['password'])
})

test('whether a lock comes at any step of a change, its answer says which password opens the vault', async () => {
  const answers = new Set<boolean>()
  for (let at = 1; ; at++) {
    const { engine, files } = await slotEngine()
    const lockAt = files.steps + at
    let locked: Promise<void> | undefined
    files.afterStep = () => {
      if (files.steps >= lockAt) locked ??= engine.lock()
    }
    const answer = await engine.useCases.keySlot.changePassword(ada, change()).then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'VAULT_LOCKED' })
        return false
      },
    )
    const isTried = locked !== undefined
    await locked
    answers.add(answer)
    expect(await opened(files), `locked at step ${at}`).toEqual([!answer, answer])
    if (!isTried) break
    expect(at).toBeLessThan(30)
  }
  expect(answers).toContain(true)
})

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
