import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ConsoleMessage, expect } from '@playwright/test'
import { ServeProcess } from './serve-process'

interface Fixtures {
  data: string
  /** A demo on a new data folder: its vault is there and unlocked, and nothing is connected. */
  demo: ServeProcess
  /** What the pages said that they should not have: errors, and refusals of the content security policy. */
  complaints: string[]
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  data: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'connect-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  demo: async ({ data }, use) => {
    const serve = await ServeProcess.start(data, '--demo')
    await use(serve)
    await serve.stop()
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(String(error.error())))
      context.on('console', (message) => {
        if (isComplaint(message)) complaints.push(`${message.type()}: ${message.text()}`)
      })
      await use(complaints)
      expect(complaints, 'the console stays silent').toEqual([])
    },
    { auto: true },
  ],
})

/**
 * One demo for all tests of a file, for those that leave each other alone or are about one history. Starting one takes
 * longer than most tests.
 */
export function demoOfFile(): () => ServeProcess {
  let folder = ''
  let demo: ServeProcess | undefined
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-e2e-'))
    demo = await ServeProcess.start(folder, '--demo')
  })
  test.afterAll(async () => {
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return () => {
    if (demo === undefined) throw new Error('The demo runs while a test of the file does.')
    return demo
  }
}

/** Chromium itself logs every 4xx and every lost connection; the pages answer for those where the tests look. */
function isComplaint(message: ConsoleMessage): boolean {
  return (message.type() === 'error' || message.type() === 'warning') && !message.text().startsWith('Failed to load resource')
}

export { expect }
