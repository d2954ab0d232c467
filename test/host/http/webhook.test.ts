import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

const hook = '/api/webhooks/hook_01HZZZZZZZZZZZZZZZZZZZZZZZ'
const signed = { token: '', headers: { 'Webhook-Id': 'msg_1', 'Webhook-Signature': 'v1,x' } }

test('a delivery reaches the engine as it was signed, without a token, and is answered with its run', async () => {
  const engine = new FakeEngine()
  const seen: unknown[] = []
  engine.useCases.hook.receive = async (_, input) => {
    seen.push(input)
    return { runId: 'run_1' }
  }
  const { call } = await testServer({ engine })
  const body = '{ "odd":   "spacing", "ünïcode": "✓" }'
  const answer = await call('POST', hook, { ...signed, body })
  expect([answer.status, answer.json()]).toEqual([202, { runId: 'run_1' }])
  expect(seen).toMatchObject([{ hookId: 'hook_01HZZZZZZZZZZZZZZZZZZZZZZZ', body, headers: { 'webhook-id': 'msg_1' } }])
})

test('what is no JSON is for the signature to judge, and what is too large for nobody', async () => {
  const engine = new FakeEngine()
  engine.useCases.hook.receive = async (_, { body }) => ({ runId: String(body.length) })
  const { call } = await testServer({ engine })
  expect((await call('POST', hook, { ...signed, body: 'plain' })).json()).toEqual({ runId: '5' })
  const large = await call('POST', hook, { ...signed, body: 'x'.repeat(1024 * 1024 + 1) })
  expect([large.status, large.json().code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
})

test('a refused delivery is 401, with the same body every time', async () => {
  const engine = new FakeEngine()
  engine.useCases.hook.receive = async () => {
    throw new EngineError('UNAUTHORIZED', {}, 'A valid signature is needed.')
  }
  const { call } = await testServer({ engine })
  const [one, two] = [await call('POST', hook, { ...signed, body: '{}' }), await call('POST', '/api/webhooks/x', { token: '' })]
  expect([one.status, two.status, one.text]).toEqual([401, 401, two.text])
})

test.each(['locked', 'absent'] as const)('while the vault is %s nothing is taken', async (state) => {
  const { call } = await testServer({ engine: new FakeEngine(state) })
  const answer = await call('POST', hook, { ...signed, body: '{}' })
  expect([answer.status, answer.json().code]).toEqual([503, 'VAULT_UNAVAILABLE'])
})
