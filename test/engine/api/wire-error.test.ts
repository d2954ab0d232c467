import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { connectionView, orgConnectionId } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const secret = 'xoxb-very-secret'

test('a named failure keeps its code, status, message and data, with the recovery of the error table', async () => {
  const { client, engine, logger } = apiClient()
  engine.useCases.connection.test = async () => {
    throw new EngineError('CONNECTION_REVOKED', { connectionId: orgConnectionId })
  }
  expect(await failure(client.connection.test({ id: orgConnectionId }))).toEqual({
    code: 'CONNECTION_REVOKED',
    status: 409,
    message: 'This connection was removed. Reconnect brings it back.',
    data: { recovery: 'reconnect', connectionId: orgConnectionId },
  })
  expect(logger.lines).toEqual([])
})

test('a use case may name another recovery than the table’s', async () => {
  const { client, engine } = apiClient()
  engine.useCases.connection.test = async () => {
    throw new EngineError('PROVIDER_ERROR', { recovery: 'reconnect', providerError: 'token_revoked' })
  }
  const failed = await failure(client.connection.test({ id: orgConnectionId }))
  expect(failed?.data).toEqual({ recovery: 'reconnect', providerError: 'token_revoked' })
})

test('an unexpected exception reaches the caller as an id alone, and the log without its message', async () => {
  const { client, engine, logger } = apiClient()
  engine.useCases.connection.get = async () => {
    throw Object.assign(new TypeError(`cannot parse ${secret}`, { cause: secret }), { code: 'ERR_ODD' })
  }
  const failed = await failure(client.connection.get({ id: orgConnectionId }))
  expect(failed).toMatchObject({ code: 'INTERNAL', status: 500, data: { recovery: 'contact_operator' } })
  expect(Object.keys(failed?.data)).toEqual(['recovery', 'errorId'])
  expect(logger.lines).toHaveLength(1)
  expect(logger.lines[0]?.facts).toMatchObject({ errorId: failed?.data.errorId, name: 'TypeError', code: 'ERR_ODD' })
  expect(logger.lines[0]?.facts.frames).not.toEqual([])
  expect(JSON.stringify([failed, logger.lines])).not.toContain(secret)
})

test('invalid input names each field and why, nested unknown keys included', async () => {
  const { client } = apiClient()
  const failed = await failure(client.connection.list({ limit: 0, query: 'x'.repeat(201), extra: 1 } as { limit: number }))
  expect(failed).toMatchObject({ code: 'INVALID_INPUT', status: 400 })
  expect(failed?.data.fields.map((field: { path: string }) => field.path).sort()).toEqual(['extra', 'limit', 'query'])
})

test('an answer that does not fit the contract is an internal failure, logged by place and without values', async () => {
  const { client, engine, logger } = apiClient()
  engine.useCases.connection.get = async () => ({ ...connectionView(), status: secret as 'active' })
  expect(await failure(client.connection.get({ id: orgConnectionId }))).toMatchObject({ code: 'INTERNAL' })
  expect(logger.lines[0]?.facts.invalid).toEqual(['status: invalid_value'])
  expect(JSON.stringify(logger.lines)).not.toContain(secret)
})
