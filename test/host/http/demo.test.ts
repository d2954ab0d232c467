import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoServe, startDemoServe } from '../demo-serve'
import { testServer } from './test-server'

let demo: DemoServe
beforeAll(async () => {
  demo = await startDemoServe()
})
afterAll(() => demo.close())

interface Problem {
  code?: string
  data?: { fields?: { path: string }[] }
}
const happen = (what: string, body: unknown, who?: 'teammate') => demo.call<Problem>('POST', `/demo/${what}`, body, who)
const standing = async (id: string, who?: 'teammate') => {
  const { status, statusReason } = await demo.connectionOf(id, who)
  return `${status} ${statusReason}`
}
const done = { status: 200, body: { done: true } }
const never = 'cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3'

test('what is done to a connection at its provider shows here at once, as the provider tells of it', async () => {
  const slack = await demo.add('slackApi')
  expect(await happen('revoke-tokens', { connectionId: slack })).toEqual(done)
  expect(await standing(slack)).toBe('needs_reauth tokens_revoked')
  expect(await happen('uninstall', { connectionId: slack })).toEqual(done)
  expect(await standing(slack)).toBe('uninstalled app_uninstalled')

  const github = await demo.add('githubApi')
  expect(await happen('suspend', { connectionId: github })).toEqual(done)
  expect(await standing(github)).toBe('error installation_suspended')
  expect(await happen('suspend', { connectionId: github, suspended: false })).toEqual(done)
  expect(await standing(github)).toBe('active installation_unsuspended')
  expect(await happen('uninstall', { connectionId: github })).toEqual(done)
  expect(await standing(github)).toBe('uninstalled installation_deleted')
})

test('a Passport is found whoever owns it, and asks to be reconnected once its tokens are revoked', async () => {
  const own = await demo.add('neurocadUserIdentityApi')
  const noors = await demo.add('neurocadUserIdentityApi', 'teammate')
  expect(await happen('revoke-tokens', { connectionId: noors })).toEqual(done)
  expect(await standing(noors, 'teammate')).toBe('needs_reauth invalid_grant')
  expect(await standing(own)).toMatch(/^active /)
  expect(await happen('take-identity-binding', { connectionId: own })).toEqual(done)
})

test('people can leave and come back, and answers can be lost', async () => {
  const { subject } = demo.ready.demo?.actors.teammate ?? { subject: '' }
  expect(await happen('leave', { subject })).toEqual(done)
  expect(await happen('return', { subject })).toEqual(done)
  expect(await happen('drop-answers', { service: 'library', count: 1 })).toEqual(done)
  expect((await happen('drop-answers', { service: 'somebody', count: 1 })).body.code).toBe('INVALID_INPUT')
})

test('a connection that is not there is not found, one of another type is refused by the field that names it', async () => {
  const slack = await demo.add('slackApi', 'owner', 'Foxglove')
  const { items } = (await demo.call<{ items: { id: string; type: string }[] }>('GET', '/connect/connections?type=serviceApi'))
    .body
  for (const what of ['take-identity-binding', 'uninstall', 'suspend', 'revoke-tokens'])
    expect(await happen(what, { connectionId: never })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  const refused = { status: 400, body: { code: 'INVALID_INPUT', data: { fields: [{ path: 'connectionId' }] } } }
  expect(await happen('suspend', { connectionId: slack })).toMatchObject(refused)
  expect(await happen('take-identity-binding', { connectionId: slack })).toMatchObject(refused)
  for (const what of ['uninstall', 'revoke-tokens'])
    expect(await happen(what, { connectionId: items[0]?.id })).toMatchObject(refused)
  expect(await standing(slack)).toMatch(/^active /)
})

test('the owner alone makes things happen', async () => {
  for (const what of ['leave', 'return']) expect((await happen(what, { subject: 'user_demo_ada' }, 'teammate')).status).toBe(403)
})

test('without the demo platform nothing can be made to happen', async () => {
  const { call } = await testServer()
  const bodies = {
    'take-identity-binding': { connectionId: never },
    leave: { subject: 'user_demo_noor' },
    return: { subject: 'user_demo_noor' },
    uninstall: { connectionId: never },
    suspend: { connectionId: never },
    'revoke-tokens': { connectionId: never },
    'drop-answers': { service: 'library', count: 1 },
  }
  for (const [what, body] of Object.entries(bodies)) {
    const answer = await call('POST', `/api/demo/${what}`, { body })
    expect([answer.status, answer.json().code]).toEqual([409, 'DEMO_ONLY'])
  }
})
