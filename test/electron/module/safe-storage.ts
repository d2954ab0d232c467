import type { SafeStorage } from 'electron'
import { standIn } from '../stand-in'
import { lifecycle } from './app'
import { keyringAtStart } from './surroundings'

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>

/** The system's keyring as a test has it. */
export const keyring: { backend: Backend; available: boolean; rotated: boolean } = {
  backend: backendFrom(keyringAtStart),
  available: true,
  /** What was wrapped before is to be wrapped anew. */
  rotated: false,
}

const prefix = Buffer.from('v10')

export const safeStorage = standIn<SafeStorage>('safeStorage')({
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    await lifecycle.ready
    return keyring.available
  },
  async encryptStringAsync(text: string): Promise<Buffer> {
    await lifecycle.ready
    if (!keyring.available) throw new Error('Error while encrypting the text provided to safeStorage.encryptStringAsync.')
    return Buffer.concat([prefix, scrambled(Buffer.from(text, 'utf8'))])
  },
  async decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    await lifecycle.ready
    if (!keyring.available || !encrypted.subarray(0, prefix.length).equals(prefix))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')
    const result = scrambled(encrypted.subarray(prefix.length)).toString('utf8')
    return { shouldReEncrypt: keyring.rotated, result }
  },
  getSelectedStorageBackend(): Backend {
    return lifecycle.isReady ? keyring.backend : 'unknown'
  },
})

/** Not the text, so that a test which looks for it in a file does not find it; and no protection, which nothing here needs. */
function scrambled(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0x5a))
}

function backendFrom(name: string | undefined): Backend {
  const backends: Backend[] = ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown']
  return backends.find((backend) => backend === name) ?? 'gnome_libsecret'
}
