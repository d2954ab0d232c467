/** One line of the table. `ratio` is ours against the other's; for rows in "times faster", the other's against ours. */
export interface Row {
  name: string
  /** In `unit`. */
  value: number
  unit: string
  against: string
  ratio: number
  /** None where nothing is promised. */
  target?: Target
}

/** A bound on `ratio`, or on `value` where the row is about no other's. */
export type Target = { of?: 'ratio' | 'value'; atMost: number } | { of?: 'ratio'; atLeast: number }

/** Rows that could not be measured on this machine, and why. */
export interface Missing {
  names: readonly string[]
  why: string
}

/** An absolute row: its ratio says how much of the bound it takes. */
export const bounded = (name: string, value: number, unit: string, atMost: number, against: string): Row => ({
  ...{ name, value, unit, against },
  ratio: value / atMost,
  target: { of: 'value', atMost },
})

/** How many times faster than `theirs`, which is in the unit of `value`. */
export const faster = (name: string, value: number, unit: string, theirs: number, against: string, atLeast?: number): Row => ({
  ...{ name, value, unit, against },
  ratio: theirs / value,
  ...(atLeast === undefined ? {} : { target: { atLeast } }),
})

/** How many times as long, or as much, as `theirs`. */
export const relative = (name: string, value: number, unit: string, theirs: number, against: string, atMost?: number): Row => ({
  ...{ name, value, unit, against },
  ratio: value / theirs,
  ...(atMost === undefined ? {} : { target: { atMost } }),
})

/** Null where there is no target. What is not a number meets none. */
export function isMet({ value, ratio, target }: Row): boolean | null {
  if (!target) return null
  if ('atLeast' in target) return ratio >= target.atLeast
  return (target.of === 'value' ? value : ratio) <= target.atMost
}
