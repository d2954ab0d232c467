import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { demoAccounts } from '../../src-demo'
import { type DemoGitHub, startGitHub } from '../../src-demo/github'
import { derivedFrom } from '../../src-demo/seed'
import { demoOrigin } from './temporary-demo'

export const githubRedirectUri = `${demoOrigin}/api/githubApi/oauth/callback`
/** Registered as well. */
export const secondGitHubRedirectUri = 'http://127.0.0.1:59998/api/githubApi/oauth/callback'

export interface TemporaryGitHub {
  folder: string
  platform: DemoGitHub
  /** Stops it and starts another on the same folder, for a program that listens at `origin`. */
  restart(origin?: string): Promise<void>
}

/** The demo's GitHub alone, in a folder of its own; both are gone when the test ends. Events go to `origin`. */
export async function temporaryGitHub(origin = demoOrigin): Promise<TemporaryGitHub> {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-github-'))
  const actors = [demoAccounts.owner, demoAccounts.teammate]
  const derive = derivedFrom(randomBytes(32))
  const start = (at: string) => startGitHub({ folder, origins: [at, 'http://127.0.0.1:59998'], actors, derive })
  const github: TemporaryGitHub = {
    folder,
    platform: await start(origin),
    async restart(at = origin) {
      await github.platform.close()
      github.platform = await start(at)
    },
  }
  onTestFinished(async () => {
    await github.platform.close()
    await rm(folder, { recursive: true })
  })
  return github
}
