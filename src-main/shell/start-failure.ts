import { exitCode } from '../../src-shared/bridge/exit-code'
import { startFailureWords } from '../../src-shared/words/en/start-failure'

const sentences = new Map<number, string>([
  [exitCode.folderInUse, startFailureWords.folderInUse],
  [exitCode.folderUnusable, startFailureWords.folderUnusable],
  [exitCode.unknownFormat, startFailureWords.unknownFormat],
  [exitCode.demoAndReal, startFailureWords.demoAndReal],
])

/** Why the engine refuses to start, for an exit that starting it again would only repeat. */
export function startFailure(code: number): string | undefined {
  return sentences.get(code)
}
