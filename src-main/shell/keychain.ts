import type { KeychainStatus } from '../../src-shared/contract/vault'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { type ShellHandlers, ShellRefusal } from './shell-handlers'

/** Of Electron's `safeStorage`: the asynchronous half, and the name of what is behind it on Linux. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>
  getSelectedStorageBackend(): string
}

/**
 * The keychain of the operating system, which wraps what the device slot is opened with. Electron's safeStorage takes and gives
 * strings, so the secret is base64 here, in a string that cannot be overwritten: it lingers in this process until the memory of it is
 * used again. It is never put in a field, a log line or an error; bytes that can be overwritten are not made of it at all.
 */
export function keychain(
  storage: SafeStorage,
  platform: NodeJS.Platform,
): Pick<ShellHandlers, 'keychain.status' | 'keychain.wrap' | 'keychain.unwrap'> {
  const trusted = async () => {
    const { state, reason } = await keychainStatus(storage, platform)
    if (state !== 'available') throw new ShellRefusal(reason ?? desktopWords.keychainAbsent)
  }
  const seal = async (secret: string) => (await storage.encryptStringAsync(secret)).toString('base64')
  return {
    'keychain.status': () => keychainStatus(storage, platform),
    'keychain.wrap': async ({ secret }) => {
      await trusted()
      return { wrapped: await seal(secret) }
    },
    'keychain.unwrap': async ({ wrapped }) => {
      await trusted()
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(wrapped, 'base64'))
      return { secret: result, renewed: shouldReEncrypt ? await seal(result) : null }
    },
  }
}

/** What the keychain can do, by its own name. One that would not really seal anything is refused. */
export async function keychainStatus(storage: SafeStorage, platform: NodeJS.Platform): Promise<KeychainStatus> {
  const backend = backendOf(storage, platform)
  if (backend === 'basic_text' || backend === 'unknown') {
    const reason = backend === 'basic_text' ? desktopWords.keychainBasicText : desktopWords.keychainUnknown
    return { state: 'refused', backend, reason }
  }
  if (await storage.isAsyncEncryptionAvailable()) return { state: 'available', backend, reason: null }
  return { state: 'unavailable', backend, reason: desktopWords.keychainAbsent }
}

function backendOf(storage: SafeStorage, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Keychain'
  if (platform === 'win32') return 'DPAPI'
  return storage.getSelectedStorageBackend()
}
