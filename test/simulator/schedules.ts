import { expect } from 'vitest'
import { runSchedule } from './schedule'
import { makeTemplate } from './template'

/** Runs every schedule from one seed up to, and without, another. Fails with the first few that went wrong, and how to run them again. */
export async function runSchedules(from: number, to: number): Promise<void> {
  const template = await makeTemplate(4)
  const wrong: string[] = []
  for (let seed = from; seed < to && wrong.length < 3; seed++) {
    const { violations, log } = await runSchedule(template, seed)
    if (violations.length > 0) wrong.push([`seed ${seed}:`, ...violations, ...log].join('\n  '))
  }
  expect(wrong).toEqual([])
}
