import { expect, test } from 'vitest'
import type { AppManifestFlow } from '../../../../src-main/engine/provider/app-manifest'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import type { LocalServer } from '../../oauth/local-server'
import { gitHubServer, githubAt, privateKey } from './github-at'

function flowAt(server: Pick<LocalServer, 'url'>): AppManifestFlow {
  const { appManifest } = githubAt(server)
  if (appManifest === undefined) throw new Error('GitHub makes no apps')
  return appManifest
}
const nowhere = { url: 'http://127.0.0.1:1' }
const manifestFor = (callbackOrigin: string) =>
  JSON.parse(flowAt(nowhere).form({ callbackOrigin, state: 's' }).fields.manifest ?? '')

test('the form asks for a private App with the permissions that the type declares and the addresses of this program', () => {
  const { action } = flowAt(nowhere).form({ callbackOrigin: 'http://127.0.0.1:4000', state: 'a state' })
  expect(action).toBe('http://127.0.0.1:1/web/settings/apps/new?state=a+state')
  expect(manifestFor('http://127.0.0.1:4000')).toEqual({
    name: expect.stringMatching(/^Neurocad Connect .{1,17}$/),
    url: 'http://127.0.0.1:4000',
    redirect_url: 'http://127.0.0.1:4000/api/githubApi/manifest/callback',
    callback_urls: ['http://127.0.0.1:4000/api/githubApi/oauth/callback'],
    request_oauth_on_install: true,
    setup_on_update: true,
    public: false,
    default_permissions: { issues: 'write', contents: 'read', pull_requests: 'read', metadata: 'read' },
  })
})

test('events are asked for only where GitHub can reach this program', () => {
  expect(manifestFor('https://connect.example')).toMatchObject({
    hook_attributes: { url: 'https://connect.example/api/ingress/githubApi', active: true },
    default_events: expect.arrayContaining(['push']),
  })
})

test('two Apps are never asked for by one name', () => {
  expect(manifestFor('http://127.0.0.1:4000').name).not.toBe(manifestFor('http://127.0.0.1:4000').name)
})

const made = {
  id: 7,
  slug: 'neurocad-connect-1',
  client_id: 'Iv1.made',
  client_secret: 'made-secret',
  pem: privateKey,
  webhook_secret: 'made-webhook-secret',
}

test('the answer’s code is exchanged for the App’s fields', async () => {
  const server = await gitHubServer({ '/api/app-manifests/the-code/conversions': { status: 201, body: made } })
  expect(await flowAt(server).redeem('the-code')).toEqual({
    appId: '7',
    slug: 'neurocad-connect-1',
    clientId: 'Iv1.made',
    clientSecret: 'made-secret',
    privateKey,
    signingSecret: 'made-webhook-secret',
  })
  expect(server.requests[0]?.headers.authorization).toBeUndefined()
})

test('an App without a webhook has no webhook secret', async () => {
  const body = { ...made, webhook_secret: null }
  const server = await gitHubServer({ '/api/app-manifests/the-code/conversions': { status: 201, body } })
  expect(await flowAt(server).redeem('the-code')).not.toHaveProperty('signingSecret')
})

test('a code that is unknown or an answer that is no App is an error, and quotes nothing of it', async () => {
  await expect(flowAt(await gitHubServer({})).redeem('the-code')).rejects.toMatchObject({
    data: { providerError: 'invalid_code' },
  })
  const body = { ...made, slug: '' }
  const server = await gitHubServer({ '/api/app-manifests/the-code/conversions': { status: 201, body } })
  const error = await rejection(flowAt(server).redeem('the-code'))
  expect(error).toMatchObject({ data: { providerError: 'malformed_answer' } })
  expect(everythingSaid(error)).not.toMatch(/made-secret|made-webhook|PRIVATE KEY/)
})
