import { expect, test, vi } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import { everythingSaid, rejection } from './everything-said'
import { jsonServer, localServer } from './local-server'

const bounded = boundedFetch(fetch)

test('a good answer arrives whole, with its status and headers', async () => {
  const { url } = await jsonServer({ hello: 'world' }, 201, { 'x-request-id': 'r1' })
  const answer = await bounded(url, { method: 'POST' })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('x-request-id')).toBe('r1')
  expect(await answer.json()).toEqual({ hello: 'world' })
})

test.for([301, 302, 303, 307, 308])('a redirect (%i) is refused, and nothing is sent where it points', async (status) => {
  const elsewhere = await jsonServer({})
  const { url } = await localServer((response) => response.writeHead(status, { location: elsewhere.url }).end())
  await expect(bounded(url, { method: 'POST', headers: { authorization: 'Bearer xoxb-1' } })).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'redirect_refused', recovery: 'retry' },
  })
  expect(elsewhere.requests).toEqual([])
})

test('an answer of the largest size is taken, and one byte more is refused', async () => {
  const small = boundedFetch(fetch, { maxBytes: 1000 })
  const of = (size: number) => localServer((response) => response.end('x'.repeat(size)))
  expect(await (await small((await of(1000)).url, {})).text()).toHaveLength(1000)
  await expect(small((await of(1001)).url, {})).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'answer_too_large' },
  })
})

test('an answer without end is cut off at the largest size, not collected', async () => {
  const { url } = await localServer((response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  })
  await expect(bounded(url, {})).rejects.toMatchObject({ data: { providerError: 'answer_too_large' } })
})

test('a provider that never answers, or stops in the middle of an answer, times out', async () => {
  const impatient = boundedFetch(fetch, { timeoutMs: 100 })
  const silent = await localServer(() => undefined)
  const stuck = await localServer((response) => response.writeHead(200).write('{'))
  for (const { url } of [silent, stuck])
    await expect(impatient(url, {})).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT', data: { recovery: 'retry' } })
})

test.for(['http://slack.example/api/', 'http://localhost:1/', 'http://127.0.0.1.example/', 'ftp://127.0.0.1/'])(
  'an address that is neither encrypted nor on this machine (%s) is refused before anything is sent',
  async (url) => {
    const network = vi.fn(fetch)
    await expect(boundedFetch(network)(url, {})).rejects.toMatchObject({ data: { providerError: 'insecure_address' } })
    expect(network).not.toHaveBeenCalled()
  },
)

test('a provider that cannot be reached is named so, without a word of the request', async () => {
  const error = await rejection(bounded('http://127.0.0.1:1/?code=the-code', { headers: { authorization: 'Bearer xoxb-1' } }))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'unreachable', recovery: 'retry' } })
  expect(everythingSaid(error)).not.toMatch(/the-code|xoxb-1/)
})

test.for([
  [429, { 'retry-after': '30' }, { providerError: 'http_429', retryAfterSeconds: 30 }],
  [
    429,
    { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', date: 'Wed, 21 Oct 2026 07:26:30 GMT' },
    { providerError: 'http_429', retryAfterSeconds: 90 },
  ],
  [429, { 'retry-after': 'soon' }, { providerError: 'http_429' }],
  [500, {}, { providerError: 'http_500' }],
  [503, { 'retry-after': '5' }, { providerError: 'http_503', retryAfterSeconds: 5 }],
] as const)('a status that says "not now" is a failure to retry: %i with %o', async ([status, headers, data]) => {
  const { url } = await jsonServer({ error: 'something' }, status, headers)
  const error = await rejection(bounded(url, {}))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR' })
  expect(error).toHaveProperty('data', { ...data, recovery: 'retry' })
})
