import { describe, expect, test } from 'vitest'
import { keychain, type SafeStorage } from '../../src-main/shell/keychain'
import { ShellRefusal } from '../../src-main/shell/shell-handlers'

const secret = Buffer.from('a key of 32 bytes, or so it is said').toString('base64')

/** Seals by turning the text round, with the number of its key before it; `rotated` takes a new key. */
class FakeStorage implements SafeStorage {
  key = 1
  available = true
  sealed = 0

  constructor(private readonly backend = 'gnome_libsecret') {}

  async isAsyncEncryptionAvailable() {
    return this.available
  }

  async encryptStringAsync(text: string) {
    this.sealed++
    return Buffer.from(`${this.key}:${[...text].reverse().join('')}`)
  }

  async decryptStringAsync(sealed: Buffer) {
    const [key, text = ''] = sealed.toString().split(':')
    return { shouldReEncrypt: Number(key) !== this.key, result: [...text].reverse().join('') }
  }

  getSelectedStorageBackend() {
    return this.backend
  }
}

const of = (storage: SafeStorage, platform: NodeJS.Platform = 'linux') => keychain(storage, platform)

describe('the keychain', () => {
  test('is known by its real name on every platform', async () => {
    for (const backend of ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])
      expect(await of(new FakeStorage(backend))['keychain.status'](null)).toEqual({ state: 'available', backend, reason: null })
    expect(await of(new FakeStorage(), 'darwin')['keychain.status'](null)).toMatchObject({ backend: 'Keychain' })
    expect(await of(new FakeStorage(), 'win32')['keychain.status'](null)).toMatchObject({ backend: 'DPAPI' })
  })

  test('gives back what it wrapped, and wraps nothing anew without need', async () => {
    const chain = of(new FakeStorage())
    const { wrapped } = await chain['keychain.wrap']({ secret })
    expect(Buffer.from(wrapped, 'base64').toString()).not.toContain(secret)
    expect(await chain['keychain.unwrap']({ wrapped })).toEqual({ secret, renewed: null })
  })

  test('wraps anew when its key has changed, and that opens as well', async () => {
    const storage = new FakeStorage()
    const chain = of(storage)
    const { wrapped } = await chain['keychain.wrap']({ secret })
    storage.key = 2
    const { renewed } = await chain['keychain.unwrap']({ wrapped })
    if (renewed === null) throw new Error('it was not renewed')
    expect(await chain['keychain.unwrap']({ wrapped: renewed })).toEqual({ secret, renewed: null })
  })
})

describe('a keychain that seals nothing is refused, and never given the secret', () => {
  test.each(['basic_text', 'unknown'])('%s', async (backend) => {
    const storage = new FakeStorage(backend)
    const chain = of(storage)
    expect(await chain['keychain.status'](null)).toEqual({
      state: 'refused',
      backend,
      reason: expect.stringContaining('Install'),
    })
    await expect(chain['keychain.wrap']({ secret })).rejects.toThrow(ShellRefusal)
    await expect(chain['keychain.unwrap']({ wrapped: 'AAAA' })).rejects.toThrow(/Install/)
    expect(storage.sealed).toBe(0)
  })

  test('nor one that cannot be reached', async () => {
    const storage = new FakeStorage()
    storage.available = false
    expect(await of(storage)['keychain.status'](null)).toMatchObject({ state: 'unavailable', backend: 'gnome_libsecret' })
    await expect(of(storage)['keychain.wrap']({ secret })).rejects.toThrow(ShellRefusal)
    expect(storage.sealed).toBe(0)
  })
})
