import { expect, test } from 'vitest'
import { connectionView, FakeEngine, orgConnectionId } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const leak = { credentials: { token: 'xoxb-very-secret' } }

test('a payload with a key named credentials is refused at any depth', async () => {
  const { client, engine, logger } = apiClient()
  const places = [leak, { details: leak }, { scopes: [leak] as unknown as string[] }]
  for (const place of places) {
    engine.useCases.connection.get = async () => ({ ...connectionView(), ...(place as object) })
    const failed = await failure(client.connection.get({ id: orgConnectionId }))
    expect(failed).toMatchObject({ code: 'INTERNAL' })
    expect(JSON.stringify([failed, logger.lines])).not.toContain('xoxb')
  }
})

test('keys that the contract does not know are stripped', async () => {
  const { client, engine } = apiClient()
  engine.useCases.connection.get = async () => ({
    ...connectionView(),
    sealed: 'bytes',
    details: { teamId: 'T1', botToken: 'x' },
  })
  const view = await client.connection.get({ id: orgConnectionId })
  expect(view).not.toHaveProperty('sealed')
  expect(view.details).toEqual({ teamId: 'T1' })
})

test('an event with a key named credentials ends the stream with an internal failure', async () => {
  const engine = new FakeEngine()
  const { client } = apiClient({ engine })
  const events = await client.event.stream()
  await events.next()
  engine.emit({ event: { kind: 'connection', connection: { ...connectionView(), ...leak } }, audience: 'org' })
  expect(await failure(events.next())).toMatchObject({ code: 'INTERNAL' })
})

test('events are stripped of keys that the contract does not know', async () => {
  const engine = new FakeEngine()
  const { client } = apiClient({ engine })
  const events = await client.event.stream()
  await events.next()
  const connection = { ...connectionView(), sealed: 'bytes' }
  engine.emit({ event: { kind: 'connection', connection }, audience: 'org' })
  const { value } = await events.next()
  expect(value).toEqual({ kind: 'connection', connection: connectionView() })
})
