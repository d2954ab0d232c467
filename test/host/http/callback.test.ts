import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { callbackRoutes } from '../../../src-main/host/http/callback-routes'
import { authorizationView, FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'
import { testServer } from './test-server'

const callback = '/api/slackApi/oauth/callback'
const html = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, token: '' }
const json = { headers: { Accept: 'application/json' }, token: '' }

async function failingWith(error: unknown) {
  const engine = new FakeEngine()
  engine.useCases.callback.complete = async () => {
    throw error
  }
  return testServer({ engine })
}

test.each(['completed', 'account_exists', 'account_mismatch'] as const)(
  'an answer that ends as %s goes on to the type page',
  async (status) => {
    const engine = new FakeEngine()
    const seen: unknown[] = []
    engine.useCases.callback.complete = async (context, input) => {
      seen.push([context.callbackOrigin, context.actor.owner, input])
      return authorizationView({ status })
    }
    const { call, origin } = await testServer({ engine })
    const answer = await call('GET', `${callback}?code=a%2Bb&state=s`, html)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/connect/provider/slackApi'])
    expect(seen).toEqual([[origin, false, { type: 'slackApi', query: 'code=a%2Bb&state=s' }]])
  },
)

test.each([
  ['AUTHORIZATION_DENIED', 403],
  ['AUTHORIZATION_UNKNOWN', 404],
  ['AUTHORIZATION_USED', 409],
  ['AUTHORIZATION_EXPIRED', 410],
  ['PROVIDER_ERROR', 502],
] as const)('%s is told with its status, sentence and code, to a person and to a script', async (code, status) => {
  const { call } = await failingWith(new EngineError(code, { providerError: 'invalid_code' }))
  const page = await call('GET', `${callback}?state=s`, html)
  expect(page.status).toBe(status)
  expect(page.headers.get('Content-Type')).toContain('text/html')
  expect(page.text).toContain(`${code} · invalid_code`)
  expect(page.text).toContain(new EngineError(code).message)
  const script = await call('GET', `${callback}?state=s`, json)
  expect([script.status, script.json()]).toMatchObject([status, { code, status, data: { providerError: 'invalid_code' } }])
  for (const { headers } of [page, script]) {
    expect([headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer'])
  }
})

test('an authorization that ended in failure is told as that failure, not as a success', async () => {
  const engine = new FakeEngine()
  const error = { code: 'PROVIDER_TIMEOUT', message: 'Slack did not answer.', data: { recovery: 'retry' as const } }
  engine.useCases.callback.complete = async () => authorizationView({ status: 'failed', error })
  const { call } = await testServer({ engine })
  expect((await call('GET', callback, json)).json()).toEqual({ status: 504, ...error })
})

test('nothing a provider or an attacker sends is echoed unescaped', async () => {
  const attack = '<script>alert(1)</script>"\'&'
  const { call } = await failingWith(new EngineError('PROVIDER_ERROR', { providerError: attack }, `Slack said ${attack}`))
  const { text } = await call(
    'GET',
    `${callback}?error=${encodeURIComponent(attack)}&error_description=${encodeURIComponent(attack)}`,
    html,
  )
  expect(text).not.toContain('<script')
  expect(text).toContain('&lt;script&gt;')
})

test('state and code never appear in a refusal', async () => {
  const { call, logger } = await failingWith(new Error('redeeming the-code failed'))
  for (const options of [html, json]) {
    const { status, text } = await call('GET', `${callback}?code=the-code&state=the-state`, options)
    expect(status).toBe(500)
    expect(text + JSON.stringify(logger.lines)).not.toMatch(/the-code|the-state/)
  }
})

test.each(['locked', 'absent'] as const)(
  'while the vault is %s a redirect is answered 503 and reaches no use case',
  async (state) => {
    const engine = new FakeEngine(state)
    engine.useCases.callback.complete = () => Promise.reject(new Error('must not be called'))
    const { call } = await testServer({ engine })
    const { status, json: body } = await call('GET', callback, json)
    expect([status, body()]).toMatchObject([503, { code: 'VAULT_UNAVAILABLE', data: { recovery: 'unlock' } }])
  },
)

test('a vault that locks while a redirect is handled is told as unavailable', async () => {
  const { call } = await failingWith(new EngineError('VAULT_LOCKED'))
  expect((await call('GET', callback, json)).status).toBe(503)
})

test('a type that does not exist has no callback', async () => {
  const { call } = await testServer()
  expect((await call('GET', '/api/nonsense/oauth/callback', json)).status).toBe(404)
})

test('where no page of ours is served, success is a page of its own that runs nothing', async () => {
  const engine = new FakeEngine()
  const routes = callbackRoutes(engine, {
    callbackOrigin: 'http://127.0.0.1:1',
    logger: new FakeLogger(),
    onSuccess: 'page',
  })
  const done = await routes.request(callback)
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Connected')])
  expect(done.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri/)
  engine.useCases.callback.complete = async () => authorizationView({ status: 'account_mismatch' })
  expect(await (await routes.request(callback)).text()).toContain('question about this account')
})
