import { test } from 'vitest'
import { runSchedules } from './schedules'

test(
  'no schedule of faults loses a connection or sends a spent token again: half a million (1)',
  async () => {
    await runSchedules(1_000_000, 1_500_000)
  },
  12 * 3_600_000,
)
