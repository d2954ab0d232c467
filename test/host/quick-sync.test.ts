import { expect, test } from 'vitest'
import { QuickSync } from '../../src-main/host/quick-sync'

/** A disk that takes so long for a sync, and which way each one went. */
function disk(takesMs: number) {
  let now = 0
  const ways: ('here' | 'beside')[] = []
  const file = { fd: 0, datasync: async () => void ways.push('beside') }
  const sync = new QuickSync(
    () => now,
    () => {
      now += takesMs
      ways.push('here')
    },
  )
  return { ways, sync: (bytes = 300) => sync.datasync(file, bytes), turn: () => new Promise((resolve) => setImmediate(resolve)) }
}

test('a few bytes on a quick disk are synced where they were written, a batch beside it', async () => {
  const { ways, sync } = disk(0.2)
  await sync()
  await sync(20_000)
  expect(ways).toEqual(['here', 'beside'])
})

test('one commit after the other, however many, leaves other work its turn after four milliseconds', async () => {
  const { ways, sync, turn } = disk(1)
  for (let commit = 0; commit < 6; commit++) await sync()
  expect(ways).toEqual(['here', 'here', 'here', 'here', 'beside', 'beside'])
  await turn()
  await sync()
  expect(ways.at(-1)).toBe('here')
})

test('a disk that was slow once is waited for beside the thread for the next hundred', async () => {
  const { ways, sync, turn } = disk(30)
  for (let commit = 0; commit < 102; commit++) {
    await sync()
    await turn()
  }
  expect(ways).toEqual(['here', ...Array<string>(100).fill('beside'), 'here'])
})
