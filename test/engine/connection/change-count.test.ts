import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStillNow } from '../../../src-main/engine/connection/change-count'
import { ada, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine

beforeAll(async () => {
  running = await startEngine()
})
afterAll(() => running.stop())

const key = { label: 'Parts', placement: 'header', key: 'k-123', origins: 'https://api.example.com' }
const connections = () => running.engine.useCases.connection
const create = () => connections().create(ada, { type: 'genericApiKey', fields: key })
const told = async (id: string) => {
  const page = await connections().texts(ada, { limit: 50 })
  return { page, single: await connections().text(ada, { id: id as never }) }
}
const holds = ({ page, single }: Awaited<ReturnType<typeof told>>) =>
  [page, single].map(({ moment }) => moment !== undefined && isStillNow(moment))

test('texts are the views as JSON, and hold until the next command is acknowledged', async () => {
  const { id } = await create()
  const before = await told(id)
  expect(before.page.items.map((text) => JSON.parse(text))).toEqual((await connections().list(ada, { limit: 50 })).items)
  expect(JSON.parse(before.single.text)).toEqual(await connections().get(ada, { id }))
  expect(holds(before)).toEqual([true, true])
  await connections().rename(ada, { id, name: 'Renamed' })
  expect(holds(before)).toEqual([false, false])
  const after = await told(id)
  expect(holds(after)).toEqual([true, true])
  expect(JSON.parse(after.single.text)).toMatchObject({ name: 'Renamed' })
  await create()
  expect(holds(after)).toEqual([false, false])
})

test('what is said of a removed connection may change by itself, so no moment is told with it', async () => {
  const { id } = await create()
  await connections().remove(ada, { id })
  const { page, single } = await told(id)
  expect(page.items.some((text) => JSON.parse(text).status === 'revoked')).toBe(true)
  expect([page.moment, single.moment]).toEqual([undefined, undefined])
})
