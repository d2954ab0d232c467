import { expect, test } from 'vitest'
import { surviveKills } from './kill-rounds'

const ROUNDS = 200

test(`after each of ${ROUNDS} kills at random moments, nothing acknowledged is missing`, async () => {
  const acknowledged = await surviveKills(ROUNDS)
  process.stdout.write(`${ROUNDS} kills, ${acknowledged} acknowledged commands\n`)
  expect(acknowledged).toBeGreaterThan(ROUNDS)
}, 1_800_000)
