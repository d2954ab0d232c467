import type { Page } from '@playwright/test'
import type { Driver, DriverName, Program } from './drivers/driver'
import { driverNamed } from './drivers/drivers'
import { expect, test as quietTest } from './quiet-test'
import { temporaryData } from './temporary-data'

interface Fixtures {
  /** A data folder of the test's own, empty. */
  data: string
  /** A demo on a new data folder: its vault is there and unlocked, and nothing is connected. */
  demo: Program
  /** The owner's window of that demo, on the directory. */
  page: Page
}

export interface WorkerFixtures {
  driverName: DriverName
  driver: Driver
}

/** A spec of the program, which runs under every driver of its project. What a person's browser shows is in `context`. */
export const test = quietTest.extend<Fixtures, WorkerFixtures>({
  driverName: ['serve', { scope: 'worker', option: true }],
  driver: [({ driverName }, use) => use(driverNamed(driverName)), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  data: async ({}, use) => {
    const folder = await temporaryData()
    await use(folder.data)
    await folder.remove()
  },
  demo: async ({ driver, data }, use) => {
    const demo = await driver.start(data)
    await use(demo)
    await demo.stop()
  },
  page: async ({ demo, context, complaints }, use) => {
    const page = await demo.window(context)
    complaints.listenTo(page.context())
    await use(page)
  },
})

/**
 * Tests with one demo for all of a file, for those that leave each other alone or are about one history. Starting one takes
 * longer than most tests. Each begins on the directory.
 */
export function testOnOneDemo(): typeof test {
  let folder: Awaited<ReturnType<typeof temporaryData>> | undefined
  let running: Program | undefined
  const shared = test.extend({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    demo: async ({}, use) => {
      if (running === undefined) throw new Error('The demo runs while a test of the file does.')
      await use(running)
    },
  })
  shared.beforeAll(async ({ driver }) => {
    folder = await temporaryData()
    running = await driver.start(folder.data)
  })
  shared.afterAll(async () => {
    await running?.stop()
    await folder?.remove()
  })
  return shared
}

export { expect }
