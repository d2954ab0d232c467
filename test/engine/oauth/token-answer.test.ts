import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import { redeemCode, refreshTokens } from '../../../src-main/engine/oauth/token-endpoint'
import { jsonServer } from './local-server'
import { callback, flow, plainProvider } from './plain-provider'

const tokens = { access_token: 'the-access-token', token_type: 'Bearer', refresh_token: 'the-refresh-token', scope: 'read' }
const both = ['redeem', 'refresh'] as const

async function answered(ask: (typeof both)[number], changes: object) {
  const { url } = await jsonServer({ ...tokens, ...changes })
  const bounded = boundedFetch(fetch)
  return ask === 'redeem'
    ? redeemCode(plainProvider(url), bounded, flow, callback())
    : refreshTokens(plainProvider(url), bounded, flow.app, 'the-old-token')
}

test.for(both.flatMap((ask) => [1e12, 8.64e12, 1e18, 1e300].map((seconds) => [ask, seconds] as const)))(
  '%s: tokens for %f seconds get an end that has a date with four digits for the year',
  async ([ask, seconds]) => {
    const { expiresInSeconds = Number.NaN } = await answered(ask, { expires_in: seconds })
    expect(new Date(Date.now() + expiresInSeconds * 1000).toISOString()).toMatch(/^\d{4}-/)
  },
)

test.for(
  both.flatMap((ask) =>
    ['a\r\nx-admin: yes', 'nul\u0000', 'ä', '\ud800'].flatMap((value) => [
      [ask, 'access_token', value] as const,
      [ask, 'refresh_token', value] as const,
    ]),
  ),
)('%s: a %s with anything but printable ASCII is no token: %j', async ([ask, name, value]) => {
  await expect(answered(ask, { [name]: value })).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'malformed_answer' },
  })
})

test.for(both)('%s: what is no scope is left out, and the tokens are kept', async (ask) => {
  const scope = ['read', 'wr\u0000ite', '\u001b[31m', '\ud800', 'x'.repeat(900_000), 'https://provider.example/read'].join(' ')
  const answer = await answered(ask, { scope })
  expect(answer).toMatchObject({ accessToken: 'the-access-token', refreshToken: 'the-refresh-token' })
  expect(answer.scopes).toEqual(['read', 'https://provider.example/read'])
})

test.for(both)('%s: a megabyte of scopes leaves a list that a page can hold', async (ask) => {
  const answer = await answered(ask, { scope: 'a '.repeat(500_000) })
  expect(answer.scopes).toHaveLength(200)
})

test.for(both)('%s: an answer whose scope names none is one without a scope', async (ask) => {
  for (const scope of ['', ' ', 'x'.repeat(900_000)]) expect((await answered(ask, { scope })).scopes).toBeUndefined()
})
