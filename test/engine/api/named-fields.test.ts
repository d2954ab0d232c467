import { expect, test } from 'vitest'
import { FakeEngine } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const { client } = apiClient({ engine: new FakeEngine('unlocked') })
const fields = async (call: Promise<unknown>) => (await failure(call))?.data.fields

test('a folder whose name could not be written down as it is, is refused', async () => {
  const reason = [{ path: 'receiveFolder', message: 'must be whole Unicode characters' }]
  expect(await fields(client.settings.update({ receiveFolder: '/home/\ud800' }))).toEqual(reason)
})

test('a choice that is none is answered with those there are', async () => {
  const outside = { autoLockMinutes: 2, passwordEveryHours: 5 } as unknown as Parameters<typeof client.settings.update>[0]
  const [minutes, hours] = (await fields(client.settings.update(outside))) ?? []
  expect(minutes).toMatchObject({ path: 'autoLockMinutes', message: expect.stringMatching(/1\D+5\D+15\D+60/) })
  expect(hours).toMatchObject({ path: 'passwordEveryHours', message: expect.stringMatching(/4\D+24\D+168\D+336/) })
})

test('who proves by both or neither of password and recovery code is told that it is one of them', async () => {
  const newPassword = 'another correct horse'
  const both = { password: 'correct horse', recoveryCode: 'ABCD' }
  for (const current of [both, {}] as (typeof both)[])
    expect(await fields(client.keySlot.changePassword({ current, newPassword }))).toEqual([
      { path: 'current', message: 'must name either password or recoveryCode' },
    ])
})
