import { exitCode } from '../../src-shared/bridge/exit-code'
import { terminalWords } from '../../src-shared/words/en/terminal'
import { EngineError } from '../engine/error'
import { DemoMixedError } from '../engine/vault/demo-mixed-error'
import { UnreadableClientFile } from './access/client-file'

/** A reason not to start: one line for a person, and the code to exit with. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(
    readonly code: number,
    line: string,
  ) {
    // One line, whatever is in the name of a folder.
    super(line.replaceAll(/\s*[\r\n]+\s*/g, ' '))
  }
}

/** What the engine or the data folder refuses, as a reason not to start. Undefined for anything unexpected. */
export function startErrorFrom(error: unknown): StartError | undefined {
  if (error instanceof StartError) return error
  if (error instanceof DemoMixedError) return new StartError(exitCode.demoAndReal, error.message)
  if (error instanceof UnreadableClientFile)
    return new StartError(exitCode.unknownFormat, terminalWords.notStarted(error.message))
  if (error instanceof EngineError && (error.code === 'VAULT_DAMAGED' || error.code === 'KDF_OUT_OF_BOUNDS')) {
    // The engine knows which of it: its sentences name files, never what is in them.
    return new StartError(exitCode.unknownFormat, error.message)
  }
  if (error instanceof EngineError && error.code === 'VAULT_READ_ONLY')
    return new StartError(exitCode.folderUnusable, terminalWords.diskRefused)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (fileProblems.has(code)) return new StartError(exitCode.folderUnusable, terminalWords.fileUnusable(code))
  return undefined
}

/** What files and folders answer when they are not what they should be; ports have codes of their own. */
const fileProblems = new Set(['EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'ELOOP', 'EEXIST'])
