/** Milliseconds of one run. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2
}

/** Runs both in turn, so that what else the machine does meets them alike. Medians in milliseconds. */
export async function interleaved(rounds: number, ours: (round: number) => unknown, theirs: (round: number) => unknown) {
  const mine: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round++) {
    mine.push(await time(() => ours(round)))
    others.push(await time(() => theirs(round)))
  }
  return { ours: median(mine), theirs: median(others) }
}
