const only = process.env.FAULT_SEED

/**
 * Tries each number: a seed, an offset, the k of the k-th call. The first that goes wrong is named, and
 * `FAULT_SEED=<number> npm run test:unit -- FILE -t NAME` tries that one alone again.
 */
export async function tryEach(numbers: Iterable<number>, attempt: (number: number) => unknown): Promise<void> {
  for (const number of only === undefined ? numbers : [Number(only)]) {
    try {
      await attempt(number)
    } catch (error) {
      throw new Error(`FAULT_SEED=${number}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

/** From `from` up to, and without, `to`. */
export function* range(from: number, to: number, step = 1): Generator<number> {
  for (let number = from; number < to; number += step) yield number
}
