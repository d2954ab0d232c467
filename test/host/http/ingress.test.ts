import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

const ingress = '/api/ingress/slackApi'
const signed = { token: '', headers: { 'X-Slack-Signature': 'v0=00', 'X-Slack-Request-Timestamp': '1' } }

test('a delivery reaches the engine with its headers in lower case and its body as it was signed, without a token', async () => {
  const engine = new FakeEngine()
  const seen: unknown[] = []
  engine.useCases.ingress.receive = async (_, input) => {
    seen.push(input)
    return {}
  }
  const { call } = await testServer({ engine })
  const body = '{ "odd":   "spacing", "ünïcode": "✓" }'
  const answer = await call('POST', ingress, { ...signed, body })
  expect([answer.status, answer.json()]).toEqual([200, { ok: true }])
  expect(seen).toMatchObject([
    { type: 'slackApi', body, headers: { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': '1' } },
  ])
})

test('a challenge is sent back', async () => {
  const engine = new FakeEngine()
  engine.useCases.ingress.receive = async () => ({ challenge: 'abc' })
  const { call } = await testServer({ engine })
  expect((await call('POST', ingress, { ...signed, body: '{}' })).json()).toEqual({ challenge: 'abc' })
})

test('a refused delivery is 401, with the same body every time', async () => {
  const engine = new FakeEngine()
  engine.useCases.ingress.receive = async () => {
    throw new EngineError('UNAUTHORIZED', {}, 'A valid signature is needed.')
  }
  const { call } = await testServer({ engine })
  const [one, two] = [await call('POST', ingress, { ...signed, body: '{}' }), await call('POST', ingress, { token: '' })]
  expect([one.status, two.status, one.text]).toEqual([401, 401, two.text])
})

test.each(['locked', 'absent'] as const)('while the vault is %s nothing is taken', async (state) => {
  const { call } = await testServer({ engine: new FakeEngine(state) })
  const answer = await call('POST', ingress, { ...signed, body: '{}' })
  expect([answer.status, answer.json().code]).toEqual([503, 'VAULT_UNAVAILABLE'])
})

test('a type that does not exist is an unknown route', async () => {
  const { call } = await testServer()
  expect((await call('POST', '/api/ingress/nope', { ...signed, body: '{}' })).status).toBe(404)
})

test('an unexpected failure says nothing but an id', async () => {
  const engine = new FakeEngine()
  engine.useCases.ingress.receive = async () => {
    throw new Error('xoxb-very-secret')
  }
  const { call, logger } = await testServer({ engine })
  const answer = await call('POST', ingress, { ...signed, body: '{}' })
  expect([answer.status, answer.json().code]).toEqual([500, 'INTERNAL'])
  expect(answer.text + logger.text()).not.toContain('xoxb')
})
