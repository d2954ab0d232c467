import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

test('a server says what it is, also while its vault is locked, and to its owner alone', async () => {
  const { call, origin, teammateToken } = await testServer({ engine: new FakeEngine('locked') })
  const facts = await call('GET', '/api/host')
  expect(facts.json()).toMatchObject({
    kind: 'serve',
    version: '0.0.0-test',
    platform: process.platform,
    dataFolder: '/nowhere',
    usualReceiveFolder: join(homedir(), 'Downloads'),
    keychain: { state: 'unavailable', backend: null },
    screenLock: null,
    tray: false,
    notifications: false,
    api: `${origin}/api`,
    update: { state: 'off' },
  })
  expect((await call('GET', '/api/host', { token: teammateToken })).status).toBe(403)
})

test.each([
  ['POST', '/api/host/folder', { folder: 'data' }],
  ['POST', '/api/host/folder', { folder: 'receive' }],
  ['POST', '/api/host/folder-choice', undefined],
  ['POST', '/api/host/update-check', undefined],
  ['POST', '/api/host/update', undefined],
])('a server has no window to do it at: %s %s', async (method, path, body) => {
  const { call } = await testServer()
  expect((await call(method, path, { body })).json()).toMatchObject({ code: 'NOT_AVAILABLE_HERE', status: 409 })
})

test('the callback doctor of a server asks its own address, and knows no links', async () => {
  const { call, origin } = await testServer()
  const { loopback, deepLink } = (await call('POST', '/api/host/callback-diagnosis')).json()
  expect(loopback).toEqual({ result: 'works', detail: expect.stringContaining(origin) })
  expect(deepLink).toMatchObject({ result: 'not_here' })
})
