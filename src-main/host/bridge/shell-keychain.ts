import type { KeychainStatus } from '../../../src-shared/contract/vault'
import type { Keychain } from '../../engine/port'
import { ShellFailure } from './shell-failure'
import type { ShellLink } from './shell-link'

/** The keychain as the shell reaches it. What is wrapped crosses the bridge between two processes of this program, as base64. */
export function shellKeychain(shell: Pick<ShellLink, 'ask'>): Keychain {
  return {
    status: () => shell.ask('keychain.status', null).catch(unavailable),
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

/** One that does not answer, such as a keyring that waits for its own password, must not keep anybody from the other ways in. */
function unavailable(error: unknown): KeychainStatus {
  if (!(error instanceof ShellFailure)) throw error
  return { state: 'unavailable', backend: null, reason: error.message }
}

const encoded = ({ buffer, byteOffset, length }: Uint8Array): string => Buffer.from(buffer, byteOffset, length).toString('base64')

/** Bytes of their own: small buffers share a pool, where a secret would lie until something else is written over it. */
function decoded(text: string): Uint8Array {
  const pooled = Buffer.from(text, 'base64')
  const bytes = new Uint8Array(pooled)
  pooled.fill(0)
  return bytes
}
