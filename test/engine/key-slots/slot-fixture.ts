import { onTestFinished } from 'vitest'
import { createEngine } from '../../../src-main/engine'
import type { Engine } from '../../../src-main/engine/engine'
import { openSession } from '../../../src-main/engine/session'
import { readWaysIn } from '../../../src-main/engine/vault/ways-in'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeKeychain } from '../../fakes/keychain'
import { FakeLogger } from '../../fakes/logger'
import { cheapKdf, password, quickDerive } from '../vault/vault-fixture'

export interface SlotEngine {
  engine: Engine
  files: FakeFiles
  clock: FakeClock
  logger: FakeLogger
  keychain: FakeKeychain
}

/** The engine on a disk in memory, with a keychain. Without `files` a new vault, open. */
export async function slotEngine(files?: FakeFiles, keychain = new FakeKeychain(), clock = new FakeClock()): Promise<SlotEngine> {
  const disk = files?.copy() ?? new FakeFiles()
  const logger = new FakeLogger()
  const ports = { clock, logger, keychain, files: disk, fetch, random: () => 0.5, derive: quickDerive }
  const engine = createEngine({
    vaultExists: files !== undefined,
    waysIn: () => readWaysIn(ports),
    startSession: async (start, publish) => {
      const options = { demo: false, endpoints: {}, firstApps: {}, kdf: cheapKdf }
      const session = await openSession({ ...ports, publish }, options, start)
      return { ...session, died: new Promise(() => undefined) }
    },
  })
  onTestFinished(() => engine.close())
  if (!files) await engine.create(password)
  return { engine, files: disk, clock, logger, keychain }
}

/** What opens the vault as its files are now: asked of a copy, so that nothing of it changes. */
export async function opensWith(
  files: FakeFiles,
  how: Parameters<Engine['unlock']>[0],
  keychain?: FakeKeychain,
): Promise<boolean> {
  const { engine } = await slotEngine(files, keychain)
  const failure = await engine.unlock(how).then(
    () => undefined,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
  await engine.close()
  if (failure === undefined) return true
  if (failure === 'WRONG_PASSWORD' || failure === 'WRONG_RECOVERY_CODE' || failure === 'DEVICE_UNAVAILABLE') return false
  throw failure
}
