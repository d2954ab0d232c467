import { expect, test, vi } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import { discover } from '../../../src-main/engine/oauth/discovery'
import type { Fetch } from '../../../src-main/engine/port'
import { localServer } from './local-server'

const oauthPath = '/.well-known/oauth-authorization-server'
const openIdPath = '/.well-known/openid-configuration'

/** Documents by path, at a made-up public issuer or a local one; everything else is not found. */
function network(documents: Record<string, unknown>, origin = 'https://issuer.example'): Fetch & { asked: string[] } {
  const asked: string[] = []
  const answer: Fetch = async (url) => {
    const path = url.replace(origin, '')
    asked.push(path)
    return path in documents ? Response.json(documents[path]) : new Response('no', { status: 404 })
  }
  return Object.assign(boundedFetch(answer), { asked })
}

const metadata = (origin: string, changes: object = {}) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  ...changes,
})

const issuer = 'https://issuer.example'
const refused = (changes: object, from = issuer) => discover(network({ [oauthPath]: metadata(from, changes) }, from), from)

test('a server is known by the metadata of RFC 8414, and OpenID Connect is asked only where there is none', async () => {
  const plain = network({ [oauthPath]: metadata(issuer), [openIdPath]: metadata(issuer) })
  expect(await discover(plain, issuer)).toMatchObject({ issuer, tokenUrl: `${issuer}/token` })
  expect(plain.asked).toEqual([oauthPath])
  const openId = network({ [openIdPath]: metadata(issuer, { userinfo_endpoint: `${issuer}/me` }) })
  expect(await discover(openId, issuer)).toMatchObject({ userinfoUrl: `${issuer}/me` })
  expect(openId.asked).toEqual([oauthPath, openIdPath])
})

test('the path of an issuer goes where each of the two specifications puts it', async () => {
  const at = network({
    '/oauth2/default/.well-known/openid-configuration': metadata(issuer, { issuer: `${issuer}/oauth2/default` }),
  })
  expect(await discover(at, `${issuer}/oauth2/default`)).toMatchObject({ issuer: `${issuer}/oauth2/default` })
  expect(at.asked).toEqual([`${oauthPath}/oauth2/default`, `/oauth2/default${openIdPath}`])
})

test.for([
  ['nothing said', {}, { pkce: true, issInResponse: false, clientAuthentication: 'client_secret_basic' }],
  ['S256', { code_challenge_methods_supported: ['plain', 'S256'] }, { pkce: true }],
  ['no S256', { code_challenge_methods_supported: ['plain'] }, { pkce: false }],
  ['iss in redirects', { authorization_response_iss_parameter_supported: true }, { issInResponse: true }],
  [
    'the form alone',
    { token_endpoint_auth_methods_supported: ['client_secret_post'] },
    { clientAuthentication: 'client_secret_post' },
  ],
  [
    'both',
    { token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'] },
    { clientAuthentication: 'client_secret_basic' },
  ],
] as const)('what a server says of itself is taken: %s', async ([, changes, expected]) => {
  expect(await refused(changes)).toMatchObject(expected)
})

test.for([
  ['another server', 'https://evil.example'],
  ['another path', `${issuer}/other`],
  ['another port', `${issuer}:8443`],
  ['no encryption', 'http://issuer.example'],
])('metadata of %s is refused', async ([, said]) => {
  await expect(refused({ issuer: said })).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'issuer_mismatch', recovery: 'edit_input' },
  })
})

const unsafe = [
  'javascript:alert(1)',
  'data:text/html,hello',
  'file:///etc/passwd',
  'http://issuer.example/token',
  'https://user:password@issuer.example/token',
  'https://issuer.example@evil.example/token',
  'https://issuer.example/token#fragment',
  'https://issuer.example/token#',
  'http://127.0.0.1:9999/token',
  'https://127.0.0.1:9999/token',
  'http://localhost/token',
  '//issuer.example/token',
  'not an address',
]
const endpointNames = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'userinfo_endpoint']

test.for(endpointNames.flatMap((name) => unsafe.map((url): [string, string] => [name, url])))(
  'an unsafe %s is refused: %s',
  async ([name, url]) => {
    await expect(refused({ [name]: url })).rejects.toMatchObject({
      data: { providerError: 'unsafe_endpoint', recovery: 'edit_input' },
    })
  },
)

test.for(['http://issuer.example', 'javascript:alert(1)', 'https://me@issuer.example', `${issuer}/?tenant=1`, `${issuer}/#x`])(
  'an issuer like %s is asked nothing',
  async (hostile) => {
    const nobody = vi.fn<Fetch>()
    await expect(discover(nobody, hostile)).rejects.toMatchObject({ data: { providerError: 'unsafe_endpoint' } })
    expect(nobody).not.toHaveBeenCalled()
  },
)

test.for([
  ['a list', []],
  ['no token endpoint', { issuer, authorization_endpoint: `${issuer}/authorize` }],
  ['numbers for addresses', metadata(issuer, { token_endpoint: 7 })],
  ['no issuer', { ...metadata(issuer), issuer: undefined }],
] as const)('%s is malformed', async ([, document]) => {
  await expect(discover(network({ [oauthPath]: document }), issuer)).rejects.toMatchObject({
    data: { providerError: 'malformed_metadata', recovery: 'edit_input' },
  })
})

test('a server that says nothing of itself is named so', async () => {
  await expect(discover(network({}), issuer)).rejects.toMatchObject({ data: { providerError: 'metadata_not_found' } })
})

test('a redirect of a server on this machine is not followed', async () => {
  const elsewhere = await localServer((response) => response.end())
  const { url, requests } = await localServer((response) => response.writeHead(302, { location: elsewhere.url }).end())
  await expect(discover(boundedFetch(fetch), url)).rejects.toMatchObject({ data: { providerError: 'metadata_not_found' } })
  expect(requests.map(({ path }) => path)).toEqual([oauthPath, openIdPath])
  expect(elsewhere.requests).toEqual([])
})

test('metadata that is too large or never ends is cut off', async () => {
  const { url } = await localServer((response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(5000)}"`),
  )
  await expect(discover(boundedFetch(fetch, { maxBytes: 1000 }), url)).rejects.toMatchObject({
    data: { providerError: 'answer_too_large' },
  })
  const silent = await localServer(() => undefined)
  await expect(discover(boundedFetch(fetch, { timeoutMs: 100 }), silent.url)).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT' })
})

test('a server is asked once for all who ask at once, again after ten minutes, and at once after a failure', async () => {
  let now = 1_000_000
  const documents: Record<string, unknown> = {}
  const at = network(documents)
  const ask = () => discover(at, issuer, () => now)
  await expect(ask()).rejects.toThrow()
  documents[oauthPath] = metadata(issuer)
  await Promise.all([ask(), ask(), ask()])
  expect(at.asked).toEqual([oauthPath, openIdPath, oauthPath])
  now += 10 * 60 * 1000 - 1
  await ask()
  expect(at.asked).toHaveLength(3)
  now += 1
  await ask()
  expect(at.asked).toHaveLength(4)
})
