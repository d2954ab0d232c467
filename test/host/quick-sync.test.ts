import { expect, test } from 'vitest'
import { QuickSync } from '../../src-main/host/quick-sync'

/** A disk that takes so long for each sync in turn, the last one for good; and which way each one went. */
function disk(...takesMs: number[]) {
  let now = 0
  let syncs = 0
  const ways: ('here' | 'beside')[] = []
  const file = { fd: 0, datasync: async () => void ways.push('beside') }
  const sync = new QuickSync(
    () => now,
    () => {
      now += takesMs[Math.min(syncs++, takesMs.length - 1)] ?? 0
      ways.push('here')
    },
  )
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return {
    ...{ ways, turn, sync: (bytes = 300) => sync.datasync(file, bytes) },
    /** How many went beside the thread between two that were tried in it. */
    async gaps(commits: number): Promise<number[]> {
      for (let commit = 0; commit < commits; commit++) {
        await sync.datasync(file, 300)
        await turn()
      }
      const tried = ways.flatMap((way, index) => (way === 'here' ? [index] : []))
      return tried.slice(1).map((at, index) => at - (tried[index] ?? 0) - 1)
    },
  }
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

test('a disk that is slow is tried again after four, then after twice as many each time, up to a hundred and twenty-eight', async () => {
  expect(await disk(30).gaps(530)).toEqual([4, 8, 16, 32, 64, 128, 128, 128])
})

test('a disk that was slow once is trusted again as soon as it is quick', async () => {
  expect(await disk(30, 30, 1, 1, 30, 1).gaps(24)).toEqual([4, 8, 0, 0, 4, 0, 0])
})
