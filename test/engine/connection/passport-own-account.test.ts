import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { addConnection } from '../../../src-main/engine/connection/connection-commands'
import type { Dependencies } from '../../../src-main/engine/connection/dependencies'
import { ProviderGate } from '../../../src-main/engine/connection/refresh/provider-gate'
import type { CallContext } from '../../../src-main/engine/engine'
import { EngineError } from '../../../src-main/engine/error'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { Subject } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { refresh, userinfo } from '../../demo/passport-client'
import { newVault } from '../vault/vault-fixture'
import { ada, follow, grace } from './engine-fixture'
import { idOf, known, type PassportEngine, passportType, startPassportEngine } from './passport-fixture'

let running: PassportEngine
beforeAll(async () => {
  running = await startPassportEngine()
})
afterAll(() => running.stop())

const rejected = async (work: Promise<unknown>): Promise<EngineError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof EngineError) return error
  throw new Error('expected a named refusal')
}
const countOf = async (context: CallContext) =>
  (await running.engine.useCases.connection.list(context, { type: passportType, limit: 50 })).total

/** Somebody of whom nobody knows which Neurocad account is theirs. */
const stranger = (subject: string): CallContext => ({
  ...grace,
  actor: { ...grace.actor, subject: Subject.parse(subject), label: 'A Stranger' },
})

test('who signs in as somebody else is told whom to sign in as, and nothing is kept: not here, not at the provider', async () => {
  const given: { access_token: string; refresh_token: string }[] = []
  running.setFetch(async (url, init) => {
    const response = await fetch(url, init)
    if (url.endsWith('/oauth2/token')) given.push(await response.clone().json())
    return response
  })
  const { authorizationUrl, authorizationId } = await running.engine.useCases.authorization.add(known(ada), {
    type: passportType,
  })
  const error = await rejected(follow(running.engine, await approve(authorizationUrl, 'Noor'), passportType))
  expect(error).toMatchObject({ code: 'AUTHORIZATION_DENIED', data: { providerError: 'another_person' } })
  expect(error.message).toContain('Sign in as Ada Lindqvist, then try again.')
  const view = await running.engine.useCases.authorization.get(known(ada), { id: authorizationId })
  expect(view).toMatchObject({ status: 'failed', error: { code: 'AUTHORIZATION_DENIED', message: error.message } })
  expect(view.connectionId).toBeUndefined()
  expect(await countOf(ada)).toBe(0)
  const [tokens] = given
  expect(await userinfo(running.demo, tokens?.access_token ?? '')).toBe(401)
  expect(await refresh(running.demo, tokens?.refresh_token ?? '')).toMatchObject({ error: 'invalid_grant' })
  running.setFetch(fetch)
})

test('a Reconnect as somebody else is refused too, and the Passport goes on as it was', async () => {
  const id = idOf(await running.add(known(ada)))
  const before = await running.get(id)
  const error = await rejected(running.reconnect(id, known(ada), 'Noor'))
  expect(error.message).toContain('Sign in as ada.lindqvist@larkspur.example, then try again.')
  expect(await running.get(id)).toEqual(before)
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'success' })
})

test('where nobody knows whose account it should be the first Passport says so, even one that was removed', async () => {
  const somebody = stranger('user_stranger')
  const { connection } = running.engine.useCases
  const id = idOf(await running.add(somebody, 'Noor'))
  await connection.remove(somebody, { id })
  const error = await rejected(running.add(somebody, 'Ada'))
  expect(error.message).toContain('Sign in as noor.haddad@larkspur.example, then try again.')
  expect(await countOf(somebody)).toBe(1)
  expect(await running.reconnect(id, somebody, 'Noor')).toMatchObject({ status: 'completed', connectionId: id })
})

test('of two first Passports at the same moment, of different people, one is kept', async () => {
  const { vault, ports } = await newVault()
  onTestFinished(() => vault.close())
  const gate = new ProviderGate(ports.clock)
  const providers = createProviders(fetch, {})
  const settings = () => defaultSettings({ kind: 'serve', demo: false })
  const deps: Dependencies = { ...ports, vault, providers, random: Math.random, gate, settings, publish: () => undefined }
  const outcomes = await Promise.allSettled(
    ['one', 'two'].map((id) => {
      const grant = { account: { id, label: id }, details: {}, scopes: [], expiresAt: null, secret: {} }
      return addConnection(deps, ada.actor, passportType, grant, { unlessConnected: true })
    }),
  )
  expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'AUTHORIZATION_DENIED' } }])
})

test('the types of the whole org take any account', async () => {
  const { authorizationUrl } = await running.engine.useCases.authorization.add(known(ada), { type: 'slackApi' })
  expect(await follow(running.engine, await approve(authorizationUrl, 'Noor'))).toMatchObject({ status: 'completed' })
})
