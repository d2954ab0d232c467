import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonServer } from '../oauth/local-server'
import { ada, grace, startEngine, type TestEngine } from './engine-fixture'

const type = 'genericApiKey'

let test_: TestEngine
beforeAll(async () => {
  test_ = await startEngine()
})
afterAll(() => test_.stop())

const cases = () => test_.engine.useCases
const fields = { placement: 'header', key: 'key-of-the-parts-catalogue', origins: 'https://api.example.org', label: 'Parts' }

test('a key is a connection of the whole org, used through its injection and shown nowhere', async () => {
  const added = await cases().connection.create(ada, { type, fields })
  expect(added).toMatchObject({
    status: 'active',
    account: { label: 'Parts' },
    details: { placement: 'header', parameter: 'authorization', origins: ['https://api.example.org'] },
  })
  expect(await test_.resolve(grace.actor, added.id)).toEqual({
    headers: { authorization: `Bearer ${fields.key}` },
    query: {},
    origins: ['https://api.example.org'],
  })
  const seen = JSON.stringify([added, await cases().connection.history(ada, { id: added.id, limit: 50 }), test_.changes])
  expect(seen + test_.logger.text()).not.toContain(fields.key)
})

test('a key of two lines is refused before anything is kept', async () => {
  const before = (await cases().connection.list(ada, { limit: 50 })).total
  await expect(cases().connection.create(ada, { type, fields: { ...fields, key: 'a\r\nx-admin: 1' } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'fields.key' }] },
  })
  expect((await cases().connection.list(ada, { limit: 50 })).total).toBe(before)
})

test('a refused key needs attention until another is entered under the same id', async () => {
  const refusing = await jsonServer({}, 401)
  const { id } = await cases().connection.create(ada, {
    type,
    fields: { ...fields, origins: refusing.url, testUrl: `${refusing.url}/me` },
  })
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  expect(await cases().connection.get(ada, { id })).toMatchObject({
    status: 'needs_reauth',
    statusReason: 'rejected_by_provider',
  })
  const taking = await jsonServer({})
  const again = { ...fields, key: 'another-key', origins: taking.url, testUrl: `${taking.url}/me` }
  expect(await cases().connection.replaceFields(ada, { id, fields: again })).toMatchObject({ id, status: 'active' })
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })
})

test('a key without a test address cannot be tested: that is said, and kept as neither result', async () => {
  const { id, version } = await cases().connection.create(ada, { type, fields })
  await expect(cases().connection.test(ada, { id })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: 'It names no address to test it at. Enter the key again, with one.',
  })
  expect(await cases().connection.get(ada, { id })).toMatchObject({ version, lastTestAt: null, lastTestResult: null })
  const { lines } = await cases().connection.diagnose(ada, { id })
  expect(lines).toContainEqual(expect.objectContaining({ check: 'provider', result: 'unknown' }))
})
