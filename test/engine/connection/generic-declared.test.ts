import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'

let test_: TestEngine
beforeAll(async () => {
  test_ = await startEngine()
})
afterAll(() => test_.stop())

const cases = () => test_.engine.useCases
const HOUR = 3600_000

const declared: { type: CredentialTypeKey; notice: RegExp | undefined }[] = [
  { type: 'googleApi', notice: undefined },
  // Ends no token on request: the person is told where to.
  { type: 'microsoftApi', notice: /myapps\.microsoft\.com/ },
  { type: 'linearApi', notice: undefined },
  { type: 'oktaApi', notice: undefined },
]

async function connect(type: CredentialTypeKey): Promise<ConnectionId> {
  const { authorizationUrl } = await cases().authorization.add(ada, { type })
  const { connectionId, status } = await follow(test_.engine, await approve(authorizationUrl), type)
  if (connectionId === undefined || status !== 'completed') throw new Error(`the authorization ended as ${status}`)
  return connectionId
}

describe.for(declared)('$type', ({ type, notice }) => {
  test('connects with the app of the demo, is tested, refreshed before use, and removed', async () => {
    const id = await connect(type)
    expect(await cases().connection.get(ada, { id })).toMatchObject({
      status: 'active',
      visibility: 'org',
      account: { label: 'ada.lindqvist@larkspur.example' },
    })
    expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })
    const before = await test_.resolve(ada.actor, id)
    test_.clock.advance(HOUR)
    const after = await test_.resolve(ada.actor, id)
    expect(after.headers.authorization).not.toBe(before.headers.authorization)
    expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })

    const removed = await cases().connection.remove(ada, { id })
    expect(removed.status).toBe('revoked')
    if (notice === undefined) expect(removed.providerNotice).toBeUndefined()
    else expect(removed.providerNotice).toMatch(notice)
  })

  test('goes on after another start of the program, when the demo has other addresses', async () => {
    const id = await connect(type)
    const before = await test_.resolve(ada.actor, id)
    await test_.restart()
    const after = await test_.resolve(ada.actor, id)
    expect(after.headers).toEqual(before.headers)
    expect(after.origins).not.toEqual(before.origins)
    expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })
    test_.clock.advance(HOUR)
    expect((await test_.resolve(ada.actor, id)).headers).not.toEqual(before.headers)
  })
})
