import { expect, test } from 'vitest'
import { boundedFetch } from '../../../../src-main/engine/oauth/bounded-fetch'
import { genericApiKey } from '../../../../src-main/engine/provider/generic/generic-api-key'
import type { Held } from '../../../../src-main/engine/provider/provider'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { jsonServer, localServer } from '../../oauth/local-server'
import { heldGrant } from '../held-grant'

const provider = genericApiKey(boundedFetch(fetch))

function heldOf(fields: Record<string, string>): Held {
  const grant = provider.fromFields?.({ key: 'the-key', origins: 'https://api.example.org', ...fields })
  if (grant === undefined) throw new Error('it is made from fields')
  return heldGrant(grant)
}
const injected = (fields: Record<string, string>) => provider.inject(heldOf(fields), undefined)
const basic = (credentials: string) => ({ authorization: `Basic ${Buffer.from(credentials).toString('base64')}` })

test.for([
  ['the usual header', { placement: 'header' }, { authorization: 'Bearer the-key' }, {}],
  ['the usual header with another word', { placement: 'header', prefix: 'Token' }, { authorization: 'Token the-key' }, {}],
  [
    'the usual header, named, without a word',
    { placement: 'header', parameter: 'Authorization' },
    { authorization: 'the-key' },
    {},
  ],
  ['a header of its own', { placement: 'header', parameter: 'X-API-Key' }, { 'x-api-key': 'the-key' }, {}],
  [
    'a header of its own with a word',
    { placement: 'header', parameter: 'X-Auth', prefix: 'Key' },
    { 'x-auth': 'Key the-key' },
    {},
  ],
  ['the usual parameter', { placement: 'query' }, {}, { api_key: 'the-key' }],
  ['a parameter of its own', { placement: 'query', parameter: 'access token' }, {}, { 'access token': 'the-key' }],
  ['a password without a user name', { placement: 'basic' }, basic(':the-key'), {}],
  ['a password', { placement: 'basic', parameter: 'Ädä' }, basic('Ädä:the-key'), {}],
] as const)('a key goes into %s', ([, fields, headers, query]) => {
  expect(injected(fields)).toEqual({ headers, query, origins: ['https://api.example.org'] })
})

const refusals: [string, Record<string, string>, string][] = [
  ['a key that ends its header', { placement: 'header', key: 'a\r\nx-admin: 1' }, 'key'],
  ['a key that ends its line', { placement: 'header', key: 'a\nb' }, 'key'],
  ['a key with a null', { placement: 'query', key: 'a\0b' }, 'key'],
  ['a password of two lines', { placement: 'basic', key: 'a\r\nb' }, 'key'],
  ['a key that no header holds', { placement: 'header', key: 'schlüssel' }, 'key'],
  ['no key', { placement: 'header', key: '' }, 'key'],
  ['a word that ends its header', { placement: 'header', prefix: 'Bearer\r\nx-admin: 1' }, 'prefix'],
  ['a word outside a header', { placement: 'query', prefix: 'Bearer' }, 'prefix'],
  ['a header name that ends', { placement: 'header', parameter: 'x-key\r\nx-admin' }, 'parameter'],
  ['a header name with its colon', { placement: 'header', parameter: 'x-key:' }, 'parameter'],
  ['a header name with a space', { placement: 'header', parameter: 'x key' }, 'parameter'],
  ['a parameter of two lines', { placement: 'query', parameter: 'a\nb' }, 'parameter'],
  ['a user name with a colon', { placement: 'basic', parameter: 'a:b' }, 'parameter'],
  ['another placement', { placement: 'body' }, 'placement'],
  ['an origin with a path', { placement: 'header', origins: 'https://api.example.org/v1' }, 'origins'],
  ['a test address elsewhere', { placement: 'header', testUrl: 'https://evil.example/' }, 'testUrl'],
  ['a test address with the key in it', { placement: 'query', testUrl: 'https://api.example.org/?key=the-key' }, 'testUrl'],
  ['a test address with a user name', { placement: 'header', testUrl: 'https://me@api.example.org/' }, 'testUrl'],
  ...[
    'Host',
    'Content-Length',
    'cookie',
    'Transfer-Encoding',
    'connection',
    'Proxy-Authorization',
    'Sec-Fetch-Site',
    '__proto__',
  ].map((parameter): [string, Record<string, string>, string] => [
    `the header ${parameter}`,
    { placement: 'header', parameter },
    'parameter',
  ]),
]

test.for(refusals)('%s is refused by name, and not quoted', async ([, fields, name]) => {
  const error = await rejection(Promise.resolve().then(() => heldOf(fields)))
  expect(error).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: `fields.${name}` }] } })
  for (const secret of [fields.key, 'the-key']) if (secret) expect(everythingSaid(error)).not.toContain(secret)
})

test('its account is known by where the key goes, never by the key', () => {
  const { account, details } =
    provider.fromFields?.({ placement: 'header', key: 'the-key', origins: 'https://api.example.org' }) ?? {}
  expect(account?.label).toBe('api.example.org')
  expect(JSON.stringify([account, details])).not.toContain('the-key')
  expect(
    provider.fromFields?.({ placement: 'query', key: 'k', origins: 'https://a.example', label: 'Parts' }).account.label,
  ).toBe('Parts')
})

test('without a test address nobody can be asked, and the test says so', async () => {
  expect(await provider.test(heldOf({ placement: 'header' }))).toEqual({
    result: 'failure',
    cannotAsk: true,
    error: 'It names no address to test it at. Enter the key again, with one.',
  })
})

test('a test carries the key where a recipe would', async () => {
  const server = await jsonServer({})
  const at = { origins: server.url, testUrl: `${server.url}/me?fields=id` }
  for (const placement of ['header', 'query', 'basic'])
    expect(await provider.test(heldOf({ placement, ...at }))).toEqual({ result: 'success' })
  expect(server.requests.map(({ path }) => path)).toEqual(['/me?fields=id', '/me?fields=id&api_key=the-key', '/me?fields=id'])
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer the-key',
    undefined,
    basic(':the-key').authorization,
  ])
})

test.for([
  [401, { event: 'rejected_by_provider' }],
  [403, { event: 'rejected_by_provider' }],
  [404, { event: undefined }],
  [429, { event: undefined }],
  [500, { event: undefined }],
] as const)('an answer of %i is a failure, and says of the key what it says', async ([status, expected]) => {
  const server = await jsonServer({}, status)
  const tested = await provider.test(heldOf({ placement: 'header', origins: server.url, testUrl: `${server.url}/` }))
  expect(tested).toMatchObject({ result: 'failure', error: expect.stringContaining(`http_${status}`) })
  expect(tested.event).toBe(expected.event)
})

test('a redirect is not followed: the key stays where it was allowed to go', async () => {
  const elsewhere = await jsonServer({})
  const { url } = await localServer((response) => response.writeHead(302, { location: elsewhere.url }).end())
  expect(await provider.test(heldOf({ placement: 'query', origins: url, testUrl: `${url}/` }))).toMatchObject({
    result: 'failure',
  })
  expect(elsewhere.requests).toEqual([])
})
