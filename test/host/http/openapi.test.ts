import { expect, test } from 'vitest'
import { FakeEngine } from '../../fakes/engine'
import { allRoutes } from './all-routes'
import { testServer } from './test-server'

test('the OpenAPI document describes every route under /api, the callback and itself included', async () => {
  const { app, call } = await testServer()
  const { paths, openapi } = (await call('GET', '/api/openapi.json')).json()
  expect(openapi).toMatch(/^3\.1/)
  const described = Object.entries<object>(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = allRoutes(app).map(({ name }) => name)
  expect(described.sort()).toEqual(served.filter((name) => name.includes(' /api')).sort())
})

test('it says which routes need no token, and names errors in the form they really have', async () => {
  const { call } = await testServer()
  const { paths, components, security } = (await call('GET', '/api/openapi.json')).json()
  expect(security).toEqual([{ token: [] }])
  expect(components.securitySchemes.token).toEqual({ type: 'http', scheme: 'bearer' })
  expect(paths['/api/health'].get.security).toEqual([])
  expect(paths['/api/vault'].post.security).toBeUndefined()
  const conflict = paths['/api/vault'].post.responses['409'].content['application/json'].schema
  expect(JSON.stringify(conflict)).toContain('VAULT_EXISTS')
  expect(JSON.stringify(conflict)).not.toContain('defined')
})

test('it is there while the vault is locked, and only with a token', async () => {
  const { call } = await testServer({ engine: new FakeEngine('locked') })
  expect((await call('GET', '/api/openapi.json')).status).toBe(200)
  expect((await call('GET', '/api/openapi.json', { token: '' })).status).toBe(401)
})
