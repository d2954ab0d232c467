import { expect, onTestFinished, test, vi } from 'vitest'
import { refresh, signIn, tokensOf, userinfo } from './passport-client'
import { temporaryDemo } from './temporary-demo'

/** Moves the clock that the demo's Cognito looks at, and nothing else. */
function later(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })
  onTestFinished(() => void vi.useRealTimers())
}

test('a refresh gives a new refresh token, and both new tokens are good', async () => {
  const { platform } = await temporaryDemo()
  const first = await signIn(platform)
  const second = tokensOf(await refresh(platform, first.refreshToken))
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(await userinfo(platform, second.accessToken)).toMatchObject({ sub: 'user_demo_ada' })
  expect(await refresh(platform, second.refreshToken)).toMatchObject({ status: 200 })
})

test('within the window a rotated token gives tokens of the same grant again, and ends nothing', async () => {
  const { platform } = await temporaryDemo({ retryWindowSeconds: 60 })
  const { refreshToken } = await signIn(platform)
  const lost = tokensOf(await refresh(platform, refreshToken))
  later(30_000)
  const again = tokensOf(await refresh(platform, refreshToken))
  expect(await refresh(platform, lost.refreshToken)).toMatchObject({ status: 200 })
  expect(await refresh(platform, again.refreshToken)).toMatchObject({ status: 200 })
})

test('after the window, which a retry does not lengthen, a rotated token is reuse: the whole grant is revoked', async () => {
  const { platform } = await temporaryDemo({ retryWindowSeconds: 60 })
  const { refreshToken } = await signIn(platform)
  await refresh(platform, refreshToken)
  later(50_000)
  const newest = tokensOf(await refresh(platform, refreshToken))
  later(15_000)
  expect(await refresh(platform, refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect(await refresh(platform, newest.refreshToken)).toMatchObject({ error: 'invalid_grant' })
  expect(await userinfo(platform, newest.accessToken)).toBe(401)
})

test('without a window the second of two requests with one token is reuse, at the same moment too', async () => {
  const { platform } = await temporaryDemo({ retryWindowSeconds: 0 })
  const { refreshToken } = await signIn(platform)
  const answers = await Promise.all([refresh(platform, refreshToken), refresh(platform, refreshToken)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  const given = tokensOf(answers.find(({ status }) => status === 200) ?? { status: 0 })
  expect(await refresh(platform, given.refreshToken)).toMatchObject({ error: 'invalid_grant' })
})

test('tokens live as long as they are told to', async () => {
  const { platform } = await temporaryDemo({ accessTokenSeconds: 5 })
  const { accessToken, refreshToken } = await signIn(platform)
  later(6000)
  expect(await userinfo(platform, accessToken)).toBe(401)
  expect(await refresh(platform, refreshToken)).toMatchObject({ status: 200, expires_in: 5 })
})
