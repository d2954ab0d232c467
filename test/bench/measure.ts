/** Milliseconds of one run. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Between the two nearest values where it falls between them. `NaN` of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * Milliseconds of every run of each. A round runs all of them, so that what else the machine does meets them alike; each round
 * begins with another, so that none always follows the same one.
 */
export async function interleave<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, (round: number) => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as Name
      // What the one before has left for later is done by then, and counted for nobody.
      await new Promise((resolve) => setImmediate(resolve))
      times[name].push(await time(() => works[name](round)))
    }
  }
  return times
}
