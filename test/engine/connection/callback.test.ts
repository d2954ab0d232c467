import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StartedAuthorization } from '../../../src-shared/contract/authorization'
import { approve, consentButton } from '../../demo/consent'
import { ada, follow, grace, redirectUri, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine
let started: StartedAuthorization
beforeEach(async () => {
  running = await startEngine()
  started = await running.engine.useCases.authorization.add(ada, { type: 'slackApi' })
})
afterEach(() => running.stop())

const status = async () => (await running.engine.useCases.authorization.get(ada, { id: started.authorizationId })).status
const count = async () => (await running.engine.useCases.connection.list(ada, { limit: 50 })).total
const stateOf = (url: string) => new URL(url).searchParams.get('state') ?? ''

test('one state redeemed twice at once is redeemed once', async () => {
  const redirect = await approve(started.authorizationUrl)
  const outcomes = await Promise.allSettled([follow(running.engine, redirect), follow(running.engine, redirect)])
  expect(outcomes[0]).toMatchObject({ status: 'fulfilled', value: { status: 'completed' } })
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'AUTHORIZATION_USED' } })
  expect(await count()).toBe(1)
})

describe('a callback that changes nothing', () => {
  afterEach(async () => {
    expect(await count()).toBe(0)
  })

  test.each([`?code=x&state=${'A'.repeat(43)}`, '?code=x', '?code=x&state=', '?', '?state=a&state=b&code=x'])(
    'is called unknown when its state is: %s',
    async (query) => {
      await expect(follow(running.engine, redirectUri + query)).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
      expect(await status()).toBe('pending')
    },
  )

  test('is called unknown when it comes for another type', async () => {
    const redirect = await approve(started.authorizationUrl)
    await expect(follow(running.engine, redirect, 'githubApi')).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
    expect(await status()).toBe('pending')
  })

  test('is called expired after ten minutes, whatever the wall clock says', async () => {
    const redirect = await approve(started.authorizationUrl)
    running.clock.jump(-86_400_000)
    running.clock.advance(10 * 60 * 1000)
    await expect(follow(running.engine, redirect)).rejects.toMatchObject({ code: 'AUTHORIZATION_EXPIRED' })
    expect(await status()).toBe('expired')
  })

  test('does not expire because the wall clock was set forward', async () => {
    running.clock.jump(365 * 86_400_000)
    expect(await status()).toBe('pending')
  })

  test('ends the authorization with the error that the provider named', async () => {
    const redirect = await approve(started.authorizationUrl, consentButton.cancel)
    await expect(follow(running.engine, redirect)).rejects.toMatchObject({
      code: 'AUTHORIZATION_DENIED',
      data: { providerError: 'access_denied' },
    })
    expect(await running.engine.useCases.authorization.get(ada, { id: started.authorizationId })).toMatchObject({
      status: 'failed',
      error: { code: 'AUTHORIZATION_DENIED', data: { providerError: 'access_denied' } },
    })
    await expect(follow(running.engine, redirect)).rejects.toMatchObject({ code: 'AUTHORIZATION_USED' })
  })

  test('never repeats an error code that is more than a code', async () => {
    const query = new URLSearchParams({ error: '<script>"x"</script>', state: stateOf(started.authorizationUrl) })
    await expect(follow(running.engine, `${redirectUri}?${query}`)).rejects.toMatchObject({
      data: { providerError: 'invalid_error_code' },
    })
  })

  test('names a code that is missing, empty or there twice, and lets the authorization wait on', async () => {
    for (const code of ['', 'code=&', 'code=a&code=b&']) {
      const query = `?${code}state=${stateOf(started.authorizationUrl)}`
      await expect(follow(running.engine, redirectUri + query)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        data: { fields: [{ path: 'code' }] },
      })
    }
    expect(await status()).toBe('pending')
  })

  test('with a code that the provider never gave fails as the provider says', async () => {
    const query = `?code=${'f'.repeat(40)}&state=${stateOf(started.authorizationUrl)}`
    await expect(follow(running.engine, redirectUri + query)).rejects.toMatchObject({
      code: 'PROVIDER_ERROR',
      data: { providerError: 'invalid_code' },
    })
    expect(await status()).toBe('failed')
  })

  test('while the network is gone says that the provider cannot be reached', async () => {
    const redirect = await approve(started.authorizationUrl)
    running.setFetch(async () => {
      throw new TypeError('fetch failed')
    })
    await expect(follow(running.engine, redirect)).rejects.toMatchObject({ code: 'PROVIDER_ERROR' })
    expect(await status()).toBe('failed')
  })

  test('is refused as used after the person cancelled', async () => {
    await running.engine.useCases.authorization.resolve(ada, { id: started.authorizationId, choice: 'discard' })
    expect(await status()).toBe('failed')
    await expect(follow(running.engine, await approve(started.authorizationUrl))).rejects.toMatchObject({
      code: 'AUTHORIZATION_USED',
    })
  })
})

describe('a pasted address', () => {
  const paste = (url: string, context = ada) =>
    running.engine.useCases.authorization.paste(context, { id: started.authorizationId, url })

  test('finishes the authorization it belongs to', async () => {
    expect(await paste(` ${await approve(started.authorizationUrl)}\n`)).toMatchObject({ status: 'completed' })
    expect(await count()).toBe(1)
  })

  test.each(['not an address', 'https://evil.example/api/slackApi/oauth/callback?code=x', 'javascript:alert(1)'])(
    'is refused by name when it is %s',
    async (url) => {
      await expect(paste(url)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'url' }] } })
      expect(await status()).toBe('pending')
    },
  )

  test('of another authorization is not taken', async () => {
    const other = await running.engine.useCases.authorization.add(ada, { type: 'slackApi' })
    await expect(paste(await approve(other.authorizationUrl))).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
    expect(await status()).toBe('pending')
  })

  test('is nobody else’s to paste', async () => {
    const redirect = await approve(started.authorizationUrl)
    await expect(paste(redirect, grace)).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
  })
})

test('an authorization under way is gone with the lock', async () => {
  await running.engine.lock()
  await running.engine.unlock({ password: 'correct horse battery' })
  await expect(status()).rejects.toMatchObject({ code: 'AUTHORIZATION_UNKNOWN' })
})

test.each(['code', 'state'])('an error that says the %s back is told without it', async (name) => {
  const redirect = new URL(await approve(started.authorizationUrl))
  const secret = redirect.searchParams.get(name) ?? ''
  redirect.searchParams.set('error', `no_${secret}`)
  const refused = follow(running.engine, redirect.href)
  await expect(refused).rejects.toMatchObject({
    code: 'AUTHORIZATION_DENIED',
    data: { providerError: 'invalid_error_code' },
  })
  const view = await running.engine.useCases.authorization.get(ada, { id: started.authorizationId })
  expect(JSON.stringify([view, running.changes])).not.toContain(secret)
})
