import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Driver, DriverName, Program } from './drivers/driver'
import { driverNamed } from './drivers/drivers'
import { expect, test as quietTest } from './quiet-test'

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
    const folder = await mkdtemp(join(tmpdir(), 'connect-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
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
  let folder = ''
  let running: Program | undefined
  const shared = test.extend({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    demo: async ({}, use) => {
      if (running === undefined) throw new Error('The demo runs while a test of the file does.')
      await use(running)
    },
  })
  shared.beforeAll(async ({ driver }) => {
    folder = await mkdtemp(join(tmpdir(), 'connect-e2e-'))
    running = await driver.start(folder)
  })
  shared.afterAll(async () => {
    await running?.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return shared
}

export { expect }
