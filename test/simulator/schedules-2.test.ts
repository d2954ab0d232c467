import { test } from 'vitest'
import { runSchedules } from './schedules'

// Two files, for two processors. The seeds of both are another's than those of the long run.
test('no schedule of faults loses a connection or sends a spent token again: seeds 5000 to 9999', async () => {
  await runSchedules(5_000, 10_000)
}, 3_600_000)
