import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type DemoPlatform, demoAccounts, startDemoPlatform } from '../../src-demo'
import type { PassportOptions } from '../../src-demo/platform'

/** Nothing listens there: a redirect is read, never followed. */
export const demoOrigin = 'http://127.0.0.1:59999'
export const redirectUri = `${demoOrigin}/api/slackApi/oauth/callback`
/** Registered too, so that a code can be presented with the wrong one of two good addresses. */
const otherOrigin = 'http://127.0.0.1:59998'
export const otherRedirectUri = `${otherOrigin}/api/slackApi/oauth/callback`

export interface TemporaryDemo {
  folder: string
  platform: DemoPlatform
  /** Stops the platform and starts another on the same folder. */
  restart(): Promise<void>
}

/** A running demo platform in a folder of its own; both are gone when the test ends. */
export async function temporaryDemo(passport?: PassportOptions): Promise<TemporaryDemo> {
  const { demo, end } = await startIn(passport)
  onTestFinished(end)
  return demo
}

/** One for all tests of a file. */
export function sharedDemo(): () => TemporaryDemo {
  let running: Awaited<ReturnType<typeof startIn>> | undefined
  beforeAll(async () => {
    running = await startIn(undefined)
  })
  afterAll(() => running?.end())
  return () => {
    if (running === undefined) throw new Error('the demo of this file is not there yet')
    return running.demo
  }
}

async function startIn(passport: PassportOptions | undefined): Promise<{ demo: TemporaryDemo; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-demo-'))
  const start = () =>
    startDemoPlatform({
      folder,
      origins: [demoOrigin, otherOrigin],
      actors: [demoAccounts.owner, demoAccounts.teammate],
      passport,
    })
  const demo: TemporaryDemo = {
    folder,
    platform: await start(),
    async restart() {
      await demo.platform.close()
      demo.platform = await start()
    },
  }
  const end = async () => {
    await demo.platform.close()
    await rm(folder, { recursive: true })
  }
  return { demo, end }
}
