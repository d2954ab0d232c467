import { expect, test } from 'vitest'
import { authorizationUrl } from '../../../src-main/engine/oauth/authorization-url'
import { flow, plainProvider } from './plain-provider'

const declaration = plainProvider('https://plain.example')
const parametersOf = async (changes: object) => {
  const url = new URL(await authorizationUrl({ ...declaration, ...changes }, { ...flow, loginHint: 'user_ada' }))
  return Object.fromEntries(url.searchParams)
}

test('the address asks for a code with the state, the challenge and what the type declares, and keeps its own query', async () => {
  expect(await parametersOf({})).toEqual({
    tenant: 'one',
    access_type: 'offline',
    response_type: 'code',
    client_id: 'the-client',
    redirect_uri: flow.redirectUri,
    scope: 'read write',
    state: flow.state,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
})

test('neither the verifier nor the client secret is in the address', async () => {
  const url = await authorizationUrl(declaration, { ...flow, loginHint: 'user_ada' })
  expect(url).not.toContain(flow.codeVerifier)
  expect(url).not.toContain(flow.app.clientSecret)
})

test('a provider without PKCE is sent no challenge', async () => {
  const parameters = await parametersOf({ pkce: false })
  expect(parameters).not.toHaveProperty('code_challenge')
  expect(parameters).not.toHaveProperty('code_challenge_method')
})

test('who is asking is told only where the endpoints name a parameter for it', async () => {
  expect(Object.values(await parametersOf({}))).not.toContain('user_ada')
  expect(await parametersOf({ loginHintParameter: 'login_hint' })).toMatchObject({ login_hint: 'user_ada' })
})
