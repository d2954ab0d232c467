import { startHarness } from '../../renderer/harness/server'
import { expect, test as quietTest } from '../quiet-test'

interface WorkerFixtures {
  /** The page over the fake client, served once for all files of a worker. */
  harness: Awaited<ReturnType<typeof startHarness>>
}

export const test = quietTest.extend<object, WorkerFixtures>({
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const harness = await startHarness()
      await use(harness)
      await harness.close()
    },
    { scope: 'worker' },
  ],
})

export { expect }
