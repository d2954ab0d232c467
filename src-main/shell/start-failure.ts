import { exitCode } from '../../src-shared/bridge/exit-code'

const sentences = new Map<number, string>([
  [exitCode.folderInUse, 'Another Neurocad Connect has this vault open. Close it, then start again.'],
  [exitCode.folderUnusable, 'The folder of the vault cannot be read or written.'],
  [exitCode.unknownFormat, 'The vault is damaged, or was written by a newer version. Its files were left as they are.'],
  [
    exitCode.demoAndReal,
    'This folder holds a vault of the other kind: a demo is never opened as a real one, nor a real one as a demo.',
  ],
])

/** Why the engine refuses to start, for an exit that starting it again would only repeat. */
export function startFailure(code: number): string | undefined {
  return sentences.get(code)
}
