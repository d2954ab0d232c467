import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { newVault } from './vault-fixture'

const COMMANDS = 20

/** Commands that were sent at once, each of which takes so long to prepare, and so long to be answered. */
async function sentAtOnce(takes: { prepare: number; answer: number }) {
  const { ports, vault } = await newVault()
  onTestFinished(() => vault.close())
  const batches: number[] = []
  const answered: number[] = []
  let prepared = 0
  let turn = 0
  ports.files.beforeSync = async () => {
    batches.push(prepared)
    prepared = 0
  }
  const commands = Array.from({ length: COMMANDS }, (_, index) =>
    vault.commit({
      actor: null,
      touches: [`record-${index}`],
      decide: () => {
        ports.clock.advance(takes.prepare)
        prepared++
        const body = { kind: 'vault.slot_changed', record: 'vault', data: { slot: 'password', change: 'replaced' } } as const
        return {
          events: [{ body }],
          result: () => {
            ports.clock.advance(takes.answer)
            answered[turn] = (answered[turn] ?? 0) + 1
          },
        }
      },
    }),
  )
  let isDone = false
  const all = Promise.all(commands).then(() => {
    isDone = true
  })
  for (; !isDone; turn++) await setImmediate()
  await all
  return { batches, answered: answered.filter((count) => count > 0) }
}

test('commands that take long to prepare go to the disk a few at a time, and those that do not go together', async () => {
  expect((await sentAtOnce({ prepare: 3, answer: 0 })).batches).toEqual(Array.from({ length: COMMANDS / 2 }, () => 2))
  expect((await sentAtOnce({ prepare: 0, answer: 0 })).batches).toEqual([COMMANDS])
})

test('between the answers of commands that went together, whoever only reads has a turn', async () => {
  const { batches, answered } = await sentAtOnce({ prepare: 0, answer: 3 })
  expect(batches).toEqual([COMMANDS])
  expect(Math.max(...answered)).toBeLessThanOrEqual(2)
})
