import { expect } from 'vitest'
import { runSchedule } from './schedule'
import { makeTemplate } from './template'

/** Said at the top of what went wrong: one is enough to run it again. */
const MOST_SHOWN = 3

/**
 * Runs every schedule from one seed up to, and without, another; with SIMULATION_SEED in the environment, that one alone.
 * Fails with the first few that went wrong: their seeds, what was violated, and what had happened.
 */
export async function runSchedules(from: number, to: number): Promise<void> {
  const asked = process.env.SIMULATION_SEED
  const seeds = asked === undefined ? { from, to } : { from: Number(asked), to: Number(asked) + 1 }
  const template = await makeTemplate(4)
  const wrong: string[] = []
  for (let seed = seeds.from; seed < seeds.to && wrong.length < MOST_SHOWN; seed++) {
    const { violations, log } = await runSchedule(template, seed)
    if (violations.length > 0) wrong.push([`SIMULATION_SEED=${seed}`, ...violations, ...log].join('\n  '))
  }
  expect(wrong).toEqual([])
}
