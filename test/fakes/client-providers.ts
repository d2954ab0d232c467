import type { Inputs } from '../../src-shared/contract'
import type { TypeView } from '../../src-shared/contract/directory'
import { pillFor, type StatusCounts } from '../../src-shared/domain/pill'
import { fail } from './client-failure'
import type { FakeWorld } from './client-world'

/** Of each that is started. */
export const fakeAuthorizationId = 'auth_01J9Z3K4M5N6P7Q8R9S0T1V2W3'

/** Answers about types, their apps, and authorizing at their providers. */
export function providerAnswers(world: FakeWorld) {
  return {
    'directory.list': () => [...world.types.values()].map((view) => card(world, view)),
    'directory.type': ({ type }: Inputs['directory']['type']) => world.typeOf(type),
    'directory.confirm': ({ type, hosts }: Inputs['directory']['confirm']) => {
      const view = world.typeOf(type)
      const waiting = view.operator?.pendingHosts ?? []
      if (hosts.length !== waiting.length) return fail('VERSION_CONFLICT')
      return world.setType({ ...view, operator: { problem: view.operator?.problem ?? null, pendingHosts: [] } })
    },
    'authorization.add': ({ fields }: Inputs['authorization']['add']) => {
      if (fields?.issuer?.includes('bad'))
        return fail('INVALID_INPUT', {
          fields: [{ path: 'fields.issuer', message: 'must be an address that begins with https://' }],
        })
      return authorization()
    },
    'authorization.reconnect': authorization,
    'authorization.get': () => ({ ...authorization(), type: 'slackApi', status: 'pending' }),
    'authorization.resolve': () => ({ ...authorization(), type: 'slackApi', status: 'failed' }),
    'authorization.paste': () => fail('AUTHORIZATION_UNKNOWN'),
    'providerApp.get': ({ type }: Inputs['providerApp']['get']) => world.app(type),
    'providerApp.set': ({ type, clientId, redirectUri, appId, slug }: Inputs['providerApp']['set']) => {
      if (clientId?.includes(' '))
        return fail('INVALID_INPUT', { fields: [{ path: 'clientId', message: 'must be printable ASCII without spaces' }] })
      const settings = { ...(appId !== undefined && { appId }), ...(slug !== undefined && { slug }) }
      const updatedAt = new Date().toISOString()
      return world.setApp({
        type,
        configured: true,
        clientId: clientId ?? null,
        redirectUri: redirectUri ?? null,
        signsEvents: false,
        settings,
        updatedAt,
      })
    },
    'providerApp.remove': ({ type }: Inputs['providerApp']['remove']) =>
      world.setApp({ ...world.app(type), configured: false, clientId: null, settings: {} }),
    'providerApp.startManifest': () => ({
      url: 'http://127.0.0.1:7717/api/provider-apps/githubApi/manifest?state=made',
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    }),
  }
}

function card({ connections }: FakeWorld, { type, name, description, visibility, managed }: TypeView) {
  const counts: StatusCounts = {}
  for (const view of connections.values()) if (view.type === type) counts[view.status] = (counts[view.status] ?? 0) + 1
  return { type, name, description, visibility, managed, ...pillFor(managed, counts) }
}

const authorization = () => ({
  authorizationId: fakeAuthorizationId,
  authorizationUrl: 'https://slack.com/oauth/v2/authorize?client_id=1',
  transport: 'loopback',
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
})
