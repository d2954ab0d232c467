import { traverseContractProcedures } from '@orpc/server'
import { expect, test } from 'vitest'
import { accessProblem } from '../../../src-main/engine/api/access'
import { contract } from '../../../src-shared/contract'
import type { AccessMeta } from '../../../src-shared/contract/procedure'
import { FakeEngine, orgConnectionId, owner, teammate } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const procedures: { path: readonly string[]; meta: AccessMeta }[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ path, contract: procedure }) =>
  procedures.push({ path, meta: procedure['~orpc'].meta as AccessMeta }),
)

type AnyCall = (input: unknown) => Promise<unknown>
const callOf = (client: unknown, path: readonly string[]) =>
  path.reduce<unknown>((step, key) => Reflect.get(step as object, key), client) as AnyCall

const invalid = { nonsense: true }

test.each(procedures)('$path.0.$path.1 is refused without an actor, before its input is looked at', async ({ path }) => {
  const { client } = apiClient({ actor: undefined })
  expect(await failure(callOf(client, path)(invalid))).toMatchObject({ code: 'UNAUTHORIZED' })
})

test.each(procedures)(
  '$path.0.$path.1 says VAULT_LOCKED when locked, unless it is of the vault itself',
  async ({ path, meta }) => {
    const { client } = apiClient({ engine: new FakeEngine('locked') })
    const code = meta.whileLocked ? 'INVALID_INPUT' : 'VAULT_LOCKED'
    expect(await failure(callOf(client, path)(invalid))).toMatchObject({ code })
  },
)

test.each(procedures)('$path.0.$path.1 is refused to a teammate exactly when it is the owner’s', async ({ path, meta }) => {
  const { client } = apiClient({ actor: teammate })
  const code = meta.access === 'owner' ? 'FORBIDDEN' : 'INVALID_INPUT'
  expect(await failure(callOf(client, path)(invalid))).toMatchObject({ code })
})

test('a missing token is told before a locked vault, and a locked vault before missing ownership', () => {
  const meta: AccessMeta = { access: 'owner', whileLocked: false }
  expect(accessProblem(meta, undefined, 'locked')?.code).toBe('UNAUTHORIZED')
  expect(accessProblem(meta, teammate, 'absent')?.code).toBe('VAULT_LOCKED')
  expect(accessProblem(meta, teammate, 'unlocked')?.code).toBe('FORBIDDEN')
  expect(accessProblem(meta, owner, 'unlocked')).toBeUndefined()
})

test('a procedure without input refuses what is sent to it, a credentials field included', async () => {
  const { client } = apiClient()
  const failed = await failure(callOf(client, ['vault', 'lock'])({ credentials: { token: 'xoxb' } }))
  expect(failed).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'credentials' }] } })
  expect(await client.vault.status()).toMatchObject({ vault: 'unlocked' })
})

test('a write that carries a credentials field is refused by that field’s own path', async () => {
  const { client } = apiClient()
  const input = { id: orgConnectionId, name: 'New', credentials: {} }
  const failed = await failure(callOf(client, ['connection', 'rename'])(input))
  expect(failed?.data.fields).toEqual([{ path: 'credentials', message: 'is not known here' }])
})
