import { test } from 'vitest'
import { runSchedules } from './schedules'

// Two files, for two processors. The seeds of both are another's than those of the long run.
test('no schedule of faults loses a connection or sends a spent token again: seeds 0 to 4999', async () => {
  await runSchedules(0, 5_000)
}, 3_600_000)
