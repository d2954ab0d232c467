import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, consentButton } from '../../demo/consent'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine
beforeAll(async () => {
  running = await startEngine()
})
afterAll(() => running.stop())

const cases = () => running.engine.useCases

async function added(): Promise<string> {
  const { authorizationUrl, authorizationId } = await cases().authorization.add(ada, { type: 'slackApi' })
  const outcome = await follow(running.engine, await approve(authorizationUrl))
  if (outcome.status === 'account_exists')
    await cases().authorization.resolve(ada, { id: authorizationId, choice: 'keep_as_new' })
  return (await cases().authorization.get(ada, { id: authorizationId })).connectionId ?? ''
}

async function switched(id: string) {
  const { authorizationUrl, authorizationId } = await cases().authorization.reconnect(ada, { id })
  await follow(running.engine, await approve(authorizationUrl, consentButton.secondWorkspace))
  await cases().authorization.resolve(ada, { id: authorizationId, choice: 'switch' })
  return cases().connection.get(ada, { id })
}

test('a connection that went by its account’s name goes by the new one’s after a switch, and is found by it', async () => {
  const id = await added()
  expect(await switched(id)).toMatchObject({ name: 'Foxglove Labs', account: { label: 'Foxglove Labs' } })
  expect((await cases().connection.list(ada, { query: 'foxglove', limit: 50 })).items.map((item) => item.id)).toEqual([id])
  expect((await cases().connection.list(ada, { query: 'larkspur', limit: 50 })).items).toEqual([])
})

test('a name that a person gave stays through a switch', async () => {
  const id = await added()
  await cases().connection.rename(ada, { id, name: 'The good one' })
  expect(await switched(id)).toMatchObject({ name: 'The good one', account: { label: 'Foxglove Labs' } })
})
