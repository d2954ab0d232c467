import { join } from 'node:path'
import { Subject } from '../../../src-shared/domain/identifiers'
import { hostFileWords } from '../../../src-shared/words/en/host-file'
import type { Engine, OperatorStatement } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import { engineWith } from '../engine-with'
import { watchForFile } from './folder-watch'
import { operatorFileName, readOperatorFile } from './operator-file'

interface Options {
  /** The data folder. */
  folder: string
  org: string
  logger: Logger
  /** What the program itself provides where there is no file, as the content of one: the demo's. */
  provided: () => string | undefined
}

/** The same engine, told what the operator's file says. */
export interface OperatedEngine {
  engine: Engine
  /** Resolves when nothing is being told any more. */
  close(): Promise<void>
}

/**
 * Tells the engine what `operator.json` says: when a vault was made or unlocked, before the caller hears of that, and whenever
 * the file changes while it is. What the file holds is not kept: the next time, it is read again.
 */
export function operatedEngine(engine: Engine, { folder, org, logger, provided }: Options): OperatedEngine {
  const organisation = { subject: Subject.parse(org), label: hostFileWords.yourOrganisation, org, owner: false }
  const path = join(folder, operatorFileName)

  const statementNow = async (): Promise<OperatorStatement> => {
    const reading = await readOperatorFile(path)
    if ('content' in reading) return { kind: 'content', content: reading.content, trusted: false }
    const content = reading.kind === 'absent' ? provided() : undefined
    return content === undefined ? reading : { kind: 'content', content, trusted: true }
  }
  const tellOnce = async () => {
    if (engine.state() !== 'unlocked') return
    try {
      await engine.useCases.operator.provision({ actor: organisation, callbackOrigin: null }, await statementNow())
    } catch (error) {
      const code = error instanceof EngineError ? error.code : 'unknown'
      // Locked meanwhile: it is told at the next unlock.
      if (code !== 'VAULT_LOCKED') logger.error('what the operator’s file says could not be taken in', { code })
    }
  }
  const tell = oneAtATime(tellOnce)
  const stop = watchForFile(folder, operatorFileName, logger, tell)

  return {
    engine: engineWith(engine, {
      create: async (password) => {
        await engine.create(password)
        await tell()
      },
      unlock: async (how) => {
        await engine.unlock(how)
        await tell()
      },
    }),
    close: async () => {
      stop()
      await tell.settled()
    },
  }
}

/** Work asked for while it runs is done once more, and whoever asked waits for that. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> | undefined
  let again = false
  const ask = (): Promise<void> => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await work()
      }
      running = undefined
    })()
    return running
  }
  return Object.assign(ask, { settled: async () => running })
}
