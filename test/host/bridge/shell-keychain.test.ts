import { expect, test } from 'vitest'
import { ShellFailure } from '../../../src-main/host/bridge/shell-failure'
import { shellKeychain } from '../../../src-main/host/bridge/shell-keychain'

const answering = (answer: () => Promise<never>) => shellKeychain({ ask: answer })

test.each(['silent', 'refused', 'malformed'] as const)(
  'a keychain whose shell is %s is one that is not there, with the reason, so that the password still opens the vault',
  async (reason) => {
    const keychain = answering(() => Promise.reject(new ShellFailure(reason, 'The application did not answer.')))
    expect(await keychain.status()).toEqual({ state: 'unavailable', backend: null, reason: 'The application did not answer.' })
    await expect(keychain.unwrap(Uint8Array.of(1))).rejects.toThrow(ShellFailure)
  },
)

test('a defect is not taken for a keychain that is not there', async () => {
  await expect(answering(() => Promise.reject(new TypeError('a defect'))).status()).rejects.toThrow(TypeError)
})
