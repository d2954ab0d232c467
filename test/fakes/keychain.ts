import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keychain } from '../../src-main/engine/port'
import type { KeychainStatus } from '../../src-shared/contract/vault'

/** A keychain of the operating system, in memory: it can be taken away, be of another computer, and change its key. */
export class FakeKeychain implements Keychain {
  now: KeychainStatus = { state: 'available', backend: 'gnome_libsecret', reason: null }
  /** Every secret that went in or came out, as it is now: what was erased is zeros. */
  readonly seen: Uint8Array[] = []
  /** What was wrapped, as it was then. */
  readonly wrapped: Buffer[] = []
  private keys = [randomBytes(32)]

  status = async (): Promise<KeychainStatus> => this.now

  /** What was wrapped before still opens, and is to be wrapped anew. */
  changeKey(): void {
    this.keys.unshift(randomBytes(32))
  }

  /** What was wrapped before the last change opens no more. */
  dropOldKeys(): void {
    this.keys = this.keys.slice(0, 1)
  }

  /** Knows nothing that the one before it wrapped. */
  forget(): void {
    this.keys = [randomBytes(32)]
  }

  async wrap(secret: Uint8Array): Promise<Uint8Array> {
    if (this.now.state !== 'available') throw new Error('no keychain')
    this.seen.push(secret)
    this.wrapped.push(Buffer.from(secret))
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.keys[0] ?? nonce, nonce)
    return new Uint8Array(Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]))
  }

  async unwrap(wrapped: Uint8Array): Promise<{ secret: Uint8Array; renewed: Uint8Array | undefined }> {
    if (this.now.state !== 'available') throw new Error('no keychain')
    for (const [index, key] of this.keys.entries()) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
        decipher.setAuthTag(wrapped.subarray(-16))
        const secret = new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]))
        this.seen.push(secret)
        return { secret, renewed: index === 0 ? undefined : await this.wrap(secret.slice()) }
      } catch {
        // Wrapped under another key: the next one may open it.
      }
    }
    throw new Error('wrapped elsewhere')
  }
}
