import { expect, test } from 'vitest'
import { FakeEngine } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const wrong = { password: 'not the password' }
const right = { password: 'correct horse' }

const locked = () => apiClient({ engine: new FakeEngine('locked') })

test('ten wrong passwords a minute are tried, the eleventh is not', async () => {
  const { client, engine } = locked()
  for (let i = 0; i < 10; i++) expect(await failure(client.vault.unlock(wrong))).toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(await failure(client.vault.unlock(wrong))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', status: 429 })
  expect(engine.tries).toBe(10)
})

test('while limited the right password is refused too, and taken again once the minute has passed', async () => {
  const { client, engine, time } = locked()
  for (let i = 0; i < 10; i++) await failure(client.vault.unlock(wrong))
  time.now = 20_500
  expect(await failure(client.vault.unlock(right))).toMatchObject({ data: { retryAfterSeconds: 40 } })
  expect(engine.state()).toBe('locked')
  time.now = 60_000
  expect(await client.vault.unlock(right)).toEqual({ vault: 'unlocked' })
})

test('parallel attempts cannot slip past the limit together', async () => {
  const { client, engine } = locked()
  const failures = await Promise.all(Array.from({ length: 30 }, () => failure(client.vault.unlock(wrong))))
  expect(engine.tries).toBe(10)
  expect(failures.filter((failed) => failed?.code === 'TOO_MANY_ATTEMPTS')).toHaveLength(20)
})

test('the limit is one for every client of an engine', async () => {
  const engine = new FakeEngine('locked')
  for (let i = 0; i < 10; i++) await failure(apiClient({ engine }).client.vault.unlock(wrong))
  expect(await failure(apiClient({ engine }).client.vault.unlock(right))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
})

test('right passwords and failures of another kind are not counted', async () => {
  const { client, engine } = apiClient({ engine: new FakeEngine('absent') })
  for (let i = 0; i < 12; i++) expect(await failure(client.vault.unlock(wrong))).toMatchObject({ code: 'VAULT_ABSENT' })
  await client.vault.create(right)
  for (let i = 0; i < 12; i++) {
    await client.vault.lock()
    await client.vault.unlock(right)
  }
  expect(engine.state()).toBe('unlocked')
})

test('a vault is not made with a short or common password, and the answer names the field', async () => {
  const { client, engine } = apiClient({ engine: new FakeEngine('absent') })
  for (const password of ['short', 'password1']) {
    const failed = await failure(client.vault.create({ password }))
    expect(failed).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'password' }] } })
    expect(JSON.stringify(failed)).not.toContain(`"${password}"`)
  }
  expect(engine.state()).toBe('absent')
})

test('locking where there is no vault says so', async () => {
  const { client } = apiClient({ engine: new FakeEngine('absent') })
  expect(await failure(client.vault.lock())).toMatchObject({ code: 'VAULT_ABSENT' })
})

test('each call answers what it did, whatever the next one does meanwhile', async () => {
  const { client, engine } = locked()
  const unlock = engine.unlock.bind(engine)
  engine.unlock = async (password) => {
    await unlock(password)
    await engine.lock()
  }
  expect(await client.vault.unlock(right)).toEqual({ vault: 'unlocked' })
  expect(await client.vault.status()).toMatchObject({ vault: 'locked' })
})

test('wrong passwords and codes for the ways in are counted with those for unlocking', async () => {
  const { client, engine } = apiClient({ engine: new FakeEngine('unlocked') })
  const newPassword = 'another correct horse'
  const tries = [
    () => client.keySlot.changePassword({ current: wrong, newPassword }),
    () => client.keySlot.startRecovery(wrong),
    () => client.keySlot.confirmRecovery({ code: 'not the code' }),
    () => client.keySlot.removeRecovery(wrong),
    () => client.keySlot.enableDevice(wrong),
    () => client.vault.drill(wrong),
    () => client.vault.unlock(wrong),
  ]
  const codes: (string | undefined)[] = []
  for (const attempt of [...tries, ...tries]) codes.push((await failure(attempt()))?.code)
  expect(codes.slice(0, 10).every((code) => code?.startsWith('WRONG_'))).toBe(true)
  expect(codes.slice(10)).toEqual(Array(4).fill('TOO_MANY_ATTEMPTS'))
  expect(engine.tries).toBe(10)
})
