import { stat } from 'node:fs/promises'
import { exitCode } from '../../../src-shared/bridge/exit-code'
import { checkWords } from '../../../src-shared/words/en/check'
import { terminalWords } from '../../../src-shared/words/en/terminal'
import { EngineError } from '../../engine/error'
import type { AnchorStore } from '../../engine/port'
import type { ReadProgress } from '../../engine/upkeep/read-everything'
import { type Rehearsal, rehearse } from '../../engine/upkeep/rehearsal'
import { readHeader } from '../../engine/vault/header-file'
import { deriveFromPassword } from '../../engine/vault/seal'
import { acquireProcessLock } from '../process-lock'
import { readOnlyFiles } from '../read-only-files'
import { StartError, startErrorFrom } from '../start-error'
import { systemClock } from '../system-clock'

interface Options {
  folder: string
  demo: boolean
  anchors: AnchorStore | undefined
  /** Asked for once it is clear that there is a vault to open. */
  password(): Promise<string>
  progress: ReadProgress
}

export interface CheckReport extends Omit<Rehearsal, 'closedSecrets'> {
  event: 'checked'
  whole: boolean
}

/**
 * Verifies a vault without changing a byte of it: it is taken by no epoch, only held from other processes meanwhile. Throws `StartError`
 * where it cannot be looked at: 3 another process has it, 5 there is none, 6 no header opens, 7 demo and real, 8 wrong password.
 */
export async function checkVault({ folder, demo, anchors, password, progress }: Options): Promise<CheckReport> {
  const found = await stat(folder).catch(() => undefined)
  if (!found) throw new StartError(exitCode.folderUnusable, checkWords.noFolder(folder))
  if (!found.isDirectory()) throw new StartError(exitCode.folderUnusable, terminalWords.notAFolder(folder))
  const lock = await acquireProcessLock(folder)
  if (lock === undefined) throw new StartError(exitCode.folderInUse, terminalWords.folderInUse(folder))
  try {
    const files = readOnlyFiles(folder)
    if (!(await readHeader(files))) throw new StartError(exitCode.folderUnusable, checkWords.noVault(folder))
    const ports = {
      ...{ files, clock: systemClock, anchors: demo ? undefined : anchors },
      derive: async (...how: Parameters<typeof deriveFromPassword>) => deriveFromPassword(...how),
    }
    const { closedSecrets: _, ...read } = await rehearse(ports, { password: await password(), demo }, progress)
    return { event: 'checked', whole: isWhole(read), ...read }
  } catch (error) {
    if (error instanceof EngineError && error.code === 'WRONG_PASSWORD')
      throw new StartError(exitCode.wrongPassword, checkWords.wrongPassword)
    throw startErrorFrom(error) ?? error
  } finally {
    await lock.release()
  }
}

const rolledBack: ReadonlySet<Rehearsal['anchor']> = new Set(['older_copy', 'other_history', 'end_lost'])

const isWhole = ({ problems, findings, anchor }: Omit<Rehearsal, 'closedSecrets'>): boolean =>
  problems.length === 0 && findings.files.length === 0 && findings.lostEvents.length === 0 && !rolledBack.has(anchor)
