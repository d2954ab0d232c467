import type { Keychain } from '../engine/port'
import type { KeychainAnswer, KeychainAsk } from './session-messages'

/**
 * Answers a session's question to the keychain. What was moved here is erased once it was used; what is moved back is the other
 * thread's to erase. Why the keychain refused is not passed on: its words may be anything.
 */
export async function answerKeychain(
  keychain: Keychain,
  message: KeychainAsk,
  post: (answer: KeychainAnswer, transfer: ArrayBuffer[]) => void,
): Promise<void> {
  const { ask } = message
  try {
    switch (message.what) {
      case 'status':
        post({ kind: 'keychain', ask, what: 'status', status: await keychain.status() }, [])
        return
      case 'wrap':
        post({ kind: 'keychain', ask, what: 'wrap', wrapped: await keychain.wrap(message.bytes) }, [])
        return
      case 'unwrap': {
        const { secret, renewed } = await keychain.unwrap(message.bytes)
        // A buffer of its own, and nothing else of a pool, is what moves.
        const moved = new Uint8Array(secret)
        secret.fill(0)
        post({ kind: 'keychain', ask, what: 'unwrap', secret: moved, renewed }, [moved.buffer])
      }
    }
  } catch {
    post({ kind: 'keychain', ask, what: 'refused' }, [])
  } finally {
    if (message.what === 'wrap') message.bytes.fill(0)
  }
}
