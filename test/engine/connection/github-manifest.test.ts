import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../demo/github-client'
import { rejection } from '../oauth/everything-said'
import { ada, startEngine, type TestEngine } from './engine-fixture'
import { connectGitHub } from './github-connect'

let running: TestEngine
beforeEach(async () => {
  running = await startEngine()
})
afterEach(() => running.stop())

const type = 'githubApi'
const cases = () => running.engine.useCases
const start = async () => {
  const { url } = await cases().providerApp.startManifest(ada, { type })
  return { url, state: url.split('/').at(-1) ?? '' }
}
const complete = (query: string) => cases().manifest.complete(ada, { type, query })

/** Posts the form as the person's browser would, presses GitHub's button, and answers the query it redirects with. */
async function madeByGitHub(state: string): Promise<string> {
  return new URL(await createApp(await cases().manifest.form(ada, { type, state }))).search.slice(1)
}

test('GitHub makes an App, it is entered for the person who asked, and connects', async () => {
  const before = await cases().providerApp.get(ada, { type })
  const { url, state } = await start()
  expect(url).toBe(`${ada.callbackOrigin}/api/githubApi/manifest/${state}`)
  expect(Buffer.from(state, 'base64url')).toHaveLength(32)
  const entered = await complete(await madeByGitHub(state))
  expect(entered).toMatchObject({ configured: true, settings: { slug: expect.any(String), appId: expect.any(String) } })
  expect(entered.clientId).not.toBe(before.clientId)
  expect(running.changes.map(({ event }) => event)).toContainEqual({ kind: 'provider_app', providerApp: entered })
  const connected = await connectGitHub(running)
  expect(connected.details.appId).toBe(entered.settings.appId)
  expect(await cases().connection.test(ada, { id: connected.id })).toMatchObject({ result: 'success' })
})

test('of two answers with one state the App is made once, and the second is told that it is done', async () => {
  const { state } = await start()
  const query = await madeByGitHub(state)
  const [first, second] = await Promise.allSettled([complete(query), complete(query)])
  expect([first?.status, second]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'AUTHORIZATION_USED' } }])
  await expect(cases().manifest.form(ada, { type, state })).rejects.toMatchObject({ code: 'AUTHORIZATION_USED' })
})

test('a state is good for ten minutes, whatever the wall clock says', async () => {
  const { state } = await start()
  running.clock.jump(365 * 86_400_000)
  await cases().manifest.form(ada, { type, state })
  running.clock.jump(-2 * 365 * 86_400_000)
  running.clock.advance(10 * 60_000)
  for (const attempt of [cases().manifest.form(ada, { type, state }), complete(`code=c&state=${state}`)])
    await expect(attempt).rejects.toMatchObject({ code: 'AUTHORIZATION_EXPIRED' })
})

test.each(['', 'state=', `code=c&state=${'A'.repeat(43)}`])(
  'an answer with an unknown state changes nothing: %j',
  async (query) => {
    const before = await cases().providerApp.get(ada, { type })
    await expect(complete(query)).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
    expect(await cases().providerApp.get(ada, { type })).toEqual(before)
  },
)

test('a state of GitHub’s is nobody else’s, and one given twice is none', async () => {
  const { state } = await start()
  const query = `code=c&state=${state}`
  await expect(cases().manifest.complete(ada, { type: 'slackApi', query })).rejects.toMatchObject({
    code: 'AUTHORIZATION_UNKNOWN',
  })
  await expect(complete(`${query}&state=${state}`)).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
})

test('a code that is missing, there twice or no code lets the person try on', async () => {
  const { state } = await start()
  for (const code of ['', 'code=&', 'code=a&code=b&', 'code=..%2F..%2Fuser&'])
    expect(await rejection(complete(`${code}state=${state}`))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'code' }] },
    })
  expect(await complete(await madeByGitHub(state))).toMatchObject({ configured: true })
})

test('a code that GitHub never gave fails as GitHub says, and is spent with its state', async () => {
  const { state } = await start()
  await expect(complete(`code=never-given&state=${state}`)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'invalid_code' },
  })
  await expect(complete(`code=c&state=${state}`)).rejects.toMatchObject({ code: 'AUTHORIZATION_USED' })
})

test('what was started is gone with the lock', async () => {
  const { state } = await start()
  await running.engine.lock()
  await running.engine.unlock({ password: 'correct horse battery' })
  await expect(complete(`code=c&state=${state}`)).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
})

test('a type whose provider makes no apps has no manifest', async () => {
  await expect(cases().providerApp.startManifest(ada, { type: 'slackApi' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
