import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoAccounts } from '../../src-demo/accounts'
import { startEmulated } from '../../src-demo/emulated'
import type { DemoPart } from '../../src-demo/platform'
import { derivedFrom } from '../../src-demo/seed'

/** Nothing listens there: a redirect is read, never followed. */
export const emulatedOrigin = 'http://127.0.0.1:59999'

export interface TemporaryEmulated {
  folder: string
  platform: DemoPart
  /** Stops the services and starts them again on the same folder. */
  restart(): Promise<void>
  /** Ends the services, and the folder with them. */
  stop(): Promise<void>
}

/** The emulated services of the demo alone, in a folder of their own. */
export async function temporaryEmulated(): Promise<TemporaryEmulated> {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-demo-'))
  const actors = [demoAccounts.owner, demoAccounts.teammate]
  const derive = derivedFrom(randomBytes(32))
  const start = () => startEmulated({ folder, origins: [emulatedOrigin], actors, derive })
  const emulated: TemporaryEmulated = {
    folder,
    platform: await start(),
    async restart() {
      await emulated.platform.close()
      emulated.platform = await start()
    },
    async stop() {
      await emulated.platform.close()
      await rm(folder, { recursive: true })
    },
  }
  return emulated
}
