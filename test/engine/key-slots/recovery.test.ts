import { expect, test } from 'vitest'
import { ada } from '../session-fixture'
import { password } from '../vault/vault-fixture'
import { opensWith, type SlotEngine, slotEngine } from './slot-fixture'

const start = ({ engine }: SlotEngine) => engine.useCases.keySlot.startRecovery(ada, { password })
const confirm = ({ engine }: SlotEngine, code: string) => engine.useCases.keySlot.confirmRecovery(ada, { code })
/** Well formed, and of another vault. */
const otherCode = async () => (await start(await slotEngine())).code

test('a code opens the vault once it was typed back, and not before', async () => {
  const made = await slotEngine()
  const { code } = await start(made)
  expect(await made.engine.waysIn()).toEqual({ recovery: false, device: 'none' })
  expect(await opensWith(made.files, { recoveryCode: code })).toBe(false)
  const slots = await confirm(made, ` ${code.toLowerCase().replaceAll('-', ' ')}`)
  expect(slots.map(({ kind }) => kind)).toEqual(['password', 'recovery'])
  expect(await made.engine.waysIn()).toEqual({ recovery: true, device: 'none' })
  expect(await opensWith(made.files, { recoveryCode: code })).toBe(true)
  expect(await opensWith(made.files, { password })).toBe(true)
})

test('a new code takes the place of the one before when it is confirmed, and not when it is made', async () => {
  const made = await slotEngine()
  const first = await start(made)
  await confirm(made, first.code)
  const second = await start(made)
  expect(await opensWith(made.files, { recoveryCode: first.code })).toBe(true)
  await confirm(made, second.code)
  expect(await opensWith(made.files, { recoveryCode: first.code })).toBe(false)
  expect(await opensWith(made.files, { recoveryCode: second.code })).toBe(true)
})

test('a typing mistake is told from a wrong code, and both leave the new code waiting', async () => {
  const made = await slotEngine()
  const { code } = await start(made)
  const mistyped = code.startsWith('7') ? `8${code.slice(1)}` : `7${code.slice(1)}`
  await expect(confirm(made, mistyped)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'code' }] } })
  const wrong = confirm(made, await otherCode())
  await expect(wrong).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE', data: { fields: [{ path: 'code' }] } })
  await confirm(made, code)
  await made.engine.lock()
  const field = [{ path: 'recoveryCode' }]
  await expect(made.engine.unlock({ recoveryCode: mistyped })).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', data: { fields: field } },
  })
  await expect(made.engine.unlock({ recoveryCode: await otherCode() })).rejects.toMatchObject({
    ...{ code: 'WRONG_RECOVERY_CODE', data: { fields: field } },
  })
})

test('a code waits ten minutes, and not past the lock', async () => {
  const made = await slotEngine()
  const nothing = { code: 'NOT_FOUND' }
  await expect(confirm(made, await otherCode())).rejects.toMatchObject(nothing)
  const late = await start(made)
  made.clock.advance(10 * 60_000)
  await expect(confirm(made, late.code)).rejects.toMatchObject(nothing)
  const beforeLock = await start(made)
  await made.engine.lock()
  await made.engine.unlock({ password })
  await expect(confirm(made, beforeLock.code)).rejects.toMatchObject(nothing)
  const inTime = await start(made)
  made.clock.advance(10 * 60_000 - 1)
  await confirm(made, inTime.code)
})

test('a removed code opens nothing; removing takes the password', async () => {
  const made = await slotEngine()
  const { keySlot } = made.engine.useCases
  await expect(keySlot.removeRecovery(ada, { password })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { code } = await start(made)
  await confirm(made, code)
  await expect(keySlot.removeRecovery(ada, { password: 'not it' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  await expect(keySlot.startRecovery(ada, { password: 'not it' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect((await keySlot.removeRecovery(ada, { password })).map(({ kind }) => kind)).toEqual(['password'])
  expect(await opensWith(made.files, { recoveryCode: code })).toBe(false)
  // What was refused broke nothing.
  await keySlot.startRecovery(ada, { password })
})

test('a code of one vault opens no other', async () => {
  const [one, other] = [await slotEngine(), await slotEngine()]
  const codes = [await start(one), await start(other)]
  await confirm(one, codes[0]?.code ?? '')
  await confirm(other, codes[1]?.code ?? '')
  expect(await opensWith(other.files, { recoveryCode: codes[0]?.code ?? '' })).toBe(false)
})
