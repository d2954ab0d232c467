import type { Keychain } from '../../engine/port'
import type { ShellLink } from './shell-link'

/** The keychain as the shell reaches it. What is wrapped crosses the bridge between two processes of this program, as base64. */
export function shellKeychain(shell: Pick<ShellLink, 'ask'>): Keychain {
  return {
    status: () => shell.ask('keychain.status', null),
    wrap: async (secret) => {
      const { wrapped } = await shell.ask('keychain.wrap', { secret: encoded(secret) })
      return decoded(wrapped)
    },
    unwrap: async (wrapped) => {
      const { secret, renewed } = await shell.ask('keychain.unwrap', { wrapped: encoded(wrapped) })
      return { secret: decoded(secret), renewed: renewed === null ? undefined : decoded(renewed) }
    },
  }
}

const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const decoded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
