import { expect, test } from 'vitest'
import { genericOAuth2 } from '../../../../src-main/engine/provider/generic/generic-oauth2'
import {
  clientDetails,
  enteredClient,
  heldClient,
  sealedClient,
} from '../../../../src-main/engine/provider/generic/generic-oauth2-client'

const withIssuer = { issuer: 'https://id.example.org', clientId: 'the-client', origins: 'https://api.example.org' }
const withAddresses = {
  authorizeUrl: 'https://id.example.org/authorize',
  tokenUrl: 'https://id.example.org/token',
  clientId: 'the-client',
  origins: 'https://api.example.org',
}

/** Paths of the fields that an `INVALID_INPUT` names. */
function wrongFields(fields: Record<string, string>): unknown {
  try {
    enteredClient(fields)
  } catch (error) {
    return error instanceof Error && 'data' in error ? error.data : error
  }
  return undefined
}
const naming = (...names: string[]) => ({
  fields: names.map((name) => ({ path: `fields.${name}`, message: expect.any(String) })),
})

test('an issuer, or both addresses, is enough; anything between names the fields', () => {
  const { authorizeUrl, tokenUrl, ...neither } = withAddresses
  expect(wrongFields(withIssuer)).toBeUndefined()
  expect(wrongFields(withAddresses)).toBeUndefined()
  expect(wrongFields(neither)).toEqual(naming('issuer', 'authorizeUrl', 'tokenUrl'))
  expect(wrongFields({ ...neither, authorizeUrl })).toEqual(naming('tokenUrl'))
  expect(wrongFields({ ...neither, tokenUrl })).toEqual(naming('authorizeUrl'))
  expect(wrongFields({ ...withIssuer, tokenUrl })).toEqual(naming('tokenUrl'))
  expect(wrongFields({ ...withIssuer, authorizeUrl, tokenUrl })).toEqual(naming('authorizeUrl', 'tokenUrl'))
})

test.for([
  'http://id.example.org/',
  'http://localhost:4000/',
  'https://user@id.example.org/',
  'https://id.example.org/#x',
  'javascript:alert(1)',
  'id.example.org',
])('an address like %s is refused wherever it is entered', (url) => {
  for (const name of ['authorizeUrl', 'tokenUrl', 'revokeUrl', 'userinfoUrl'])
    expect(wrongFields({ ...withAddresses, [name]: url })).toEqual(naming(name))
  expect(wrongFields({ ...withIssuer, issuer: url })).toEqual(naming('issuer'))
})

test('origins are kept as addresses are compared by, each once', () => {
  const origins = 'HTTPS://API.Example.org:443/ https://api.example.org, http://127.0.0.1:4000'
  expect(enteredClient({ ...withIssuer, origins }).fields.origins).toBe('https://api.example.org http://127.0.0.1:4000')
})

test.for([
  ['a path', 'https://api.example.org/v1'],
  ['a query', 'https://api.example.org/?a'],
  ['an empty query', 'https://api.example.org?'],
  ['a fragment', 'https://api.example.org/#'],
  ['a user name', 'https://api.example.org@evil.example'],
  ['no encryption', 'http://api.example.org'],
  ['a name for this machine', 'http://localhost:4000'],
  ['a wildcard alone', '*'],
  ['one good and one bad', 'https://api.example.org ftp://api.example.org'],
  ['nothing but commas', ', ,'],
  ['too many', Array.from({ length: 21 }, (_, index) => `https://api${index}.example.org`).join(' ')],
])('origins with %s are refused', ([, origins]) => {
  expect(wrongFields({ ...withIssuer, origins: `${origins}` })).toEqual(naming('origins'))
})

test('who a token belongs to is asked where the token may go, and nowhere else', () => {
  expect(wrongFields({ ...withIssuer, userinfoUrl: 'https://api.example.org/me' })).toBeUndefined()
  expect(wrongFields({ ...withIssuer, userinfoUrl: 'https://id.example.org/me' })).toEqual(naming('userinfoUrl'))
})

test('what was entered comes back from what was kept, its secret from the sealed part alone', () => {
  for (const fields of [withIssuer, { ...withAddresses, revokeUrl: 'https://id.example.org/revoke' }]) {
    const app = enteredClient({
      ...fields,
      clientSecret: 'the-secret',
      scopes: 'b, a  b',
      userinfoUrl: 'https://api.example.org/me',
    })
    const details = clientDetails(app)
    const held = {
      accountId: 'a',
      details,
      scopes: ['b'],
      expiresAt: null,
      secret: { accessToken: 't', ...sealedClient(app) },
      app: undefined,
    }
    expect(heldClient(held)).toEqual(app)
    expect(JSON.stringify(details)).not.toContain('the-secret')
    expect(app.fields.scopes).toBe('b a')
  }
})

test('connections of one server are limited together, and those of another apart', () => {
  const { limitedAs } = genericOAuth2(fetch, Date.now)
  const laneOf = (details: object) => limitedAs?.({ details })
  expect(laneOf({ issuer: 'https://a.example', clientId: '1' })).toBe(laneOf({ issuer: 'https://a.example', clientId: '2' }))
  expect(laneOf({ issuer: 'https://a.example' })).not.toBe(laneOf({ issuer: 'https://b.example' }))
  expect(laneOf({ tokenUrl: 'https://a.example/1' })).not.toBe(laneOf({ tokenUrl: 'https://b.example/1' }))
})
