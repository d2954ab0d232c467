import { test } from 'vitest'
import { runSchedules } from './schedules'

test(
  'no schedule of faults loses a connection or sends a spent token again: half a million (2)',
  async () => {
    await runSchedules(1_500_000, 2_000_000)
  },
  12 * 3_600_000,
)
