import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { manifestRoutes } from '../../../src-main/host/http/manifest-routes'
import { FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'
import { testServer } from './test-server'

const state = 'A'.repeat(43)
const page = `/api/githubApi/manifest/${state}`
const callback = '/api/githubApi/manifest/callback'
const html = { headers: { Accept: 'text/html' }, token: '' }
const json = { headers: { Accept: 'application/json' }, token: '' }

const form = {
  action: 'https://github.test/settings/apps/new?state=a&b=c',
  fields: { manifest: JSON.stringify({ name: '"><script>alert(1)</script>' }) },
}

async function serverWithForm() {
  const engine = new FakeEngine()
  const seen: unknown[] = []
  engine.useCases.manifest.form = async (_, input) => {
    seen.push(input)
    return form
  }
  return { ...(await testServer({ engine })), seen }
}

test('the page has one button, which posts the manifest to the provider', async () => {
  const { call, seen } = await serverWithForm()
  const answer = await call('GET', page, html)
  expect([answer.status, seen]).toEqual([200, [{ type: 'githubApi', state }]])
  expect(answer.text.match(/<button/g)).toHaveLength(1)
  expect(answer.text).toContain('>Continue to GitHub</button>')
  expect(answer.text).toContain('<form action="https://github.test/settings/apps/new?state=a&amp;b=c" method="post">')
  expect(answer.text).toContain('name="manifest"')
})

test('the page may send its form to the provider alone, runs nothing, and is kept nowhere', async () => {
  const { call } = await serverWithForm()
  const { headers, text } = await call('GET', page, html)
  const policy = headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('form-action https://github.test;')
  expect(policy).not.toContain('unsafe-inline')
  expect([headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer'])
  expect(text).not.toContain('<script')
})

test('the answer of the provider reaches the engine whole and goes on to the settings', async () => {
  const engine = new FakeEngine()
  const seen: unknown[] = []
  const { complete } = engine.useCases.manifest
  engine.useCases.manifest.complete = (context, input) => {
    seen.push([context.actor.owner, input])
    return complete(context, input)
  }
  const { call } = await testServer({ engine })
  const answer = await call('GET', `${callback}?code=a%2Bb&state=s`, html)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/settings'])
  expect(seen).toEqual([[false, { type: 'githubApi', query: 'code=a%2Bb&state=s' }]])
})

test('where no page of ours is served, success is a page of its own', async () => {
  const options = { callbackOrigin: 'http://127.0.0.1:1', logger: new FakeLogger(), onSuccess: 'page' } as const
  const done = await manifestRoutes(new FakeEngine(), options).request(`${callback}?code=c&state=s`)
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('You can close this page')])
  expect(done.headers.get('Content-Security-Policy')).toContain("form-action 'none'")
})

test.each([
  ['AUTHORIZATION_UNKNOWN', 404],
  ['AUTHORIZATION_USED', 409],
  ['AUTHORIZATION_EXPIRED', 410],
  ['PROVIDER_ERROR', 502],
] as const)('%s is told to a person and to a script, on the page and after it', async (code, status) => {
  const engine = new FakeEngine()
  const refuse = () => Promise.reject(new EngineError(code, { providerError: 'invalid_code' }))
  engine.useCases.manifest = { form: refuse, complete: refuse }
  const { call } = await testServer({ engine })
  for (const path of [page, `${callback}?code=the-code&state=the-state`]) {
    const shown = await call('GET', path, html)
    expect([shown.status, shown.text]).toEqual([status, expect.stringContaining(`${code} · invalid_code`)])
    expect(shown.text).not.toMatch(/the-code|the-state/)
    const script = await call('GET', path, json)
    expect([script.status, script.json()]).toMatchObject([status, { code, status }])
    expect(script.headers.get('Cache-Control')).toBe('no-store')
  }
})

test.each(['locked', 'absent'] as const)('while the vault is %s nothing is shown and nothing taken', async (vault) => {
  const engine = new FakeEngine(vault)
  const refuse = () => Promise.reject(new Error('must not be called'))
  engine.useCases.manifest = { form: refuse, complete: refuse }
  const { call } = await testServer({ engine })
  for (const path of [page, callback]) {
    const { status, json: body } = await call('GET', path, json)
    expect([status, body()]).toMatchObject([503, { code: 'VAULT_UNAVAILABLE', data: { recovery: 'unlock' } }])
  }
})

test('an unexpected failure says nothing but an id', async () => {
  const engine = new FakeEngine()
  engine.useCases.manifest.complete = () => Promise.reject(new Error('redeeming the-code failed'))
  const { call, logger } = await testServer({ engine })
  const { status, text } = await call('GET', `${callback}?code=the-code&state=s`, json)
  expect(status).toBe(500)
  expect(text + logger.text()).not.toContain('the-code')
})

test('a type that does not exist has neither', async () => {
  const { call } = await testServer()
  for (const path of ['/api/nonsense/manifest/callback', `/api/nonsense/manifest/${state}`])
    expect((await call('GET', path, json)).status).toBe(404)
})
