import { test } from 'vitest'
import { runSchedules } from './schedules'

test('no schedule of faults loses a connection, or sends a refresh token again once its successor is durable (1)', async () => {
  const seed = process.env.SIMULATION_SEED
  await (seed === undefined ? runSchedules(0, 50) : runSchedules(Number(seed), Number(seed) + 1))
}, 600_000)
