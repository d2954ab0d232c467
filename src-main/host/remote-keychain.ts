import type { Keychain } from '../engine/port'
import type { KeychainAnswer, KeychainAsk } from './session-messages'

type Unnumbered<Message> = Message extends { ask: number } ? Omit<Message, 'ask'> : never
type Post = (message: KeychainAsk, transfer: ArrayBuffer[]) => void

/**
 * The keychain as the session's thread has it: the real one is in the host's. Bytes are moved rather than copied, so that no thread
 * keeps what it handed over; what is to stay with the caller is copied first.
 */
export class RemoteKeychain implements Keychain {
  private readonly waiting = new Map<number, { resolve(answer: KeychainAnswer): void; reject(error: Error): void }>()
  private last = 0

  constructor(private readonly post: Post) {}

  async status() {
    const answer = await this.ask({ kind: 'keychain', what: 'status' }, [])
    if (answer.what !== 'status') throw new TypeError('the keychain answered something else')
    return answer.status
  }

  async wrap(secret: Uint8Array): Promise<Uint8Array> {
    const moved = secret.slice()
    const answer = await this.ask({ kind: 'keychain', what: 'wrap', bytes: moved }, [moved.buffer])
    if (answer.what !== 'wrap') throw new TypeError('the keychain answered something else')
    return answer.wrapped
  }

  async unwrap(wrapped: Uint8Array) {
    const answer = await this.ask({ kind: 'keychain', what: 'unwrap', bytes: wrapped }, [])
    if (answer.what !== 'unwrap') throw new TypeError('the keychain answered something else')
    return { secret: answer.secret, renewed: answer.renewed }
  }

  /** Takes the host's answer to one of the questions. */
  heard(answer: KeychainAnswer): void {
    const waiting = this.waiting.get(answer.ask)
    this.waiting.delete(answer.ask)
    if (answer.what === 'refused') waiting?.reject(new Error('the keychain refused'))
    else waiting?.resolve(answer)
  }

  private ask(message: Unnumbered<KeychainAsk>, transfer: ArrayBuffer[]): Promise<KeychainAnswer> {
    return new Promise((resolve, reject) => {
      const ask = ++this.last
      this.waiting.set(ask, { resolve, reject })
      this.post({ ...message, ask }, transfer)
    })
  }
}
