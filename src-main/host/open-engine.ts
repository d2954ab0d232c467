import type { Program } from '../../src-shared/domain/default-settings'
import { createEngine } from '../engine'
import type { FirstApps } from '../engine/connection/first-apps'
import type { Engine } from '../engine/engine'
import type { AnchorStore, Keychain, Logger, ProviderEndpoints } from '../engine/port'
import { DRILL_FOLDER } from '../engine/upkeep/restore-drill'
import { DemoMixedError } from '../engine/vault/demo-mixed-error'
import { readHeader } from '../engine/vault/header-file'
import { readWaysIn } from '../engine/vault/ways-in'
import { nodeFiles } from './node-files'
import type { SessionGiven } from './session-messages'
import { SessionThread } from './session-thread'
import { StandingThread } from './standing-thread'
import { systemClock } from './system-clock'

export interface OpenEngineOptions {
  folder: string
  demo: boolean
  /** Asked when a session starts: the demo platform is there only after the server listens. */
  endpoints: () => ProviderEndpoints
  /** Likewise: the demo's own client ids and secrets. */
  firstApps: () => FirstApps
  logger: Logger
  /** The one of this computer; none where nobody sits at a window. */
  keychain?: Keychain
  /** Where the last event of a vault is kept outside its folder; a demo's is kept nowhere. */
  anchors?: AnchorStore
  /** Likewise, for the owner is known after the engine. Without it no files are received. */
  receiving?: () => Promise<SessionGiven['receiving']>
  /** Which program this is: the first settings of a vault depend on it. */
  program: Program['kind']
  /** The built `session-worker.js`; beside this file's bundle unless said. */
  workerScript?: URL
}

/** The engine on a real folder. Throws `EngineError` `VAULT_DAMAGED`, or `DemoMixedError`, having touched nothing. */
export async function openEngine(options: OpenEngineOptions): Promise<Engine> {
  const { folder, demo, logger, program, keychain } = options
  const anchors = demo ? undefined : options.anchors
  const files = nodeFiles(folder)
  const header = await readHeader(files)
  const [copy] = header?.copies ?? []
  if (copy && copy.header.body.demo !== demo) throw new DemoMixedError(copy.header.body.demo)
  // Of a drill that was killed: it may hold what has been erased since. Where there is no vault, no drill made a folder of that name.
  if (header) await files.removeScratch(DRILL_FOLDER)
  const script = options.workerScript ?? new URL('./session-worker.js', import.meta.url)
  const standing = new StandingThread(
    () => new SessionThread(script, { folder, demo, program }, { logger, keychain, anchors }),
    systemClock,
  )
  return createEngine({
    vaultExists: header !== undefined,
    waysIn: () => readWaysIn({ files, clock: systemClock, keychain }),
    startSession: async (start, publish) => {
      const given = { endpoints: options.endpoints(), firstApps: options.firstApps(), receiving: await options.receiving?.() }
      return standing.take().open(start, given, publish)
    },
    standing,
  })
}
