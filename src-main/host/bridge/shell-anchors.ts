import { type AnchorStore, NothingKept } from '../../engine/port'
import type { ShellLink } from './shell-link'

/** What is kept outside the vault's folder, as the shell keeps it: wrapped by the keychain, in a folder of the shell's own. */
export function shellAnchors(shell: Pick<ShellLink, 'ask'>): AnchorStore {
  return {
    read: async (vaultId) => {
      const answer = await shell.ask('anchor.read', { vaultId })
      if (answer.state === 'none') throw new NothingKept(answer.reason)
      return answer.anchor === null ? undefined : new Uint8Array(Buffer.from(answer.anchor, 'base64'))
    },
    write: async (vaultId, bytes) => {
      const answer = await shell.ask('anchor.write', { vaultId, anchor: Buffer.from(bytes).toString('base64') })
      if (answer.state === 'none') throw new NothingKept(answer.reason)
    },
  }
}
