import { expect, onTestFinished, test } from 'vitest'
import { ada, grace } from './engine-fixture'
import { idOf, startPassportEngine } from './passport-fixture'

test("a Passport's diagnosis says that it is its owner's alone, and to others it is not there", async () => {
  const running = await startPassportEngine()
  onTestFinished(() => running.stop())
  const { connection } = running.engine.useCases
  const id = idOf(await running.add())
  const { lines } = await connection.diagnose(ada, { id })
  expect(lines.filter(({ result }) => result !== 'ok')).toEqual([])
  expect(lines.find(({ check }) => check === 'owner')?.message).toMatch(/^It is yours/)
  await expect(connection.diagnose(grace, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
