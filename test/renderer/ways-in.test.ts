import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { createFakeLink } from '../fakes/client'
import { fakeRecoveryCode } from '../fakes/client-vault'

let store: StoreApi<ConnectState>
const state = () => store.getState()

beforeEach(async () => {
  const link = createFakeLink({ connections: 1, vault: 'locked', recovery: true, host: 'desktop' })
  store = createConnectStore({ kind: 'desktop', link, session: null, openPage: vi.fn() })
  await state().start()
})

test('a locked vault says how it can be opened', () => {
  expect(state()).toMatchObject({ vault: 'locked', waysIn: { recovery: true, device: 'none' } })
})

test('whoever opened it by the recovery code is asked for a new password, whoever typed theirs is not', async () => {
  await state().unlock({ recoveryCode: fakeRecoveryCode })
  expect(state()).toMatchObject({ vault: 'unlocked', passwordLost: true })
  state().settlePassword()
  expect(state().passwordLost).toBe(false)
  await state().lock()
  await state().unlock({ password: 'seven maple drums' })
  expect(state().passwordLost).toBe(false)
})

test('a lock ends the asking for a new password', async () => {
  await state().unlock({ recoveryCode: fakeRecoveryCode })
  state().becomeLocked()
  expect(state()).toMatchObject({ vault: 'locked', passwordLost: false })
})

test('a way in that was made while the vault was open is offered after the lock', async () => {
  await state().unlock({ password: 'seven maple drums' })
  await state().enableDevice('seven maple drums')
  expect(state().slots?.map(({ kind }) => kind)).toContain('device')
  await state().lock()
  await vi.waitFor(() => expect(state().waysIn?.device).toBe('ready'))
})

test('nothing that opens the vault stays in the store', async () => {
  await state().unlock({ recoveryCode: fakeRecoveryCode })
  await state().changePassword({ current: { recoveryCode: fakeRecoveryCode }, newPassword: 'eleven copper kites' })
  const code = await state().startRecovery('eleven copper kites')
  await state().confirmRecovery(code)
  const kept = JSON.stringify(state())
  for (const secret of [fakeRecoveryCode, 'eleven copper kites']) expect(kept).not.toContain(secret)
})
