import { expect, test } from 'vitest'
import { z } from 'zod'
import type { DemoPlatform } from '../../src-demo'
import { m2mPaths } from '../../src-demo/m2m/token-endpoint'
import { temporaryDemo } from './temporary-demo'

const clientOf = ({ operator }: DemoPlatform) =>
  z.object({ clientId: z.string(), clientSecret: z.string() }).parse(operator?.serviceApi)

/** An answer of the token endpoint, as `status error`. */
async function asked(url: string, form: Record<string, string>, basic?: string) {
  const headers = new Headers(basic === undefined ? {} : { authorization: `Basic ${btoa(basic)}` })
  const answer = await fetch(`${url}${m2mPaths.token}`, { method: 'POST', headers, body: new URLSearchParams(form) })
  const { error = '' } = (await answer.json()) as { error?: string }
  return `${answer.status} ${error}`.trim()
}

test('tokens are given to the client alone, by HTTP Basic or in the form, and for its scopes alone', async () => {
  const { platform } = await temporaryDemo()
  const url = platform.urls.platform
  const { clientId, clientSecret } = clientOf(platform)
  const grant = { grant_type: 'client_credentials' }
  const inForm = { client_id: clientId, client_secret: clientSecret }
  expect(await asked(url, grant, `${clientId}:${clientSecret}`)).toBe('200')
  expect(await asked(url, grant, `${clientId.replaceAll('-', '%2D')}:${clientSecret}`)).toBe('200')
  expect(await asked(url, { ...grant, ...inForm })).toBe('200')
  expect(await asked(url, grant)).toBe('401 invalid_client')
  expect(await asked(url, grant, `${clientId}:wrong`)).toBe('401 invalid_client')
  expect(await asked(url, { ...grant, ...inForm, client_secret: 'wrong' })).toBe('401 invalid_client')
  expect(await asked(url, { ...inForm, grant_type: 'password' })).toBe('400 unsupported_grant_type')
  expect(await asked(url, { ...grant, ...inForm, scope: 'eda everything' })).toBe('400 invalid_scope')
})

test('the demo’s operator provides both managed types, on the demo’s own platform', async () => {
  const { platform } = await temporaryDemo()
  expect(Object.keys(platform.operator ?? {})).toEqual(['serviceApi', 'neurocadDesktopApi'])
  const urls = JSON.stringify(platform.operator).match(/http:\/\/[^/]+/g)
  expect(new Set(urls)).toEqual(new Set([platform.urls.platform]))
})
