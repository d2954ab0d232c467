import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { anchors } from '../../src-main/shell/anchors'
import type { SafeStorage } from '../../src-main/shell/keychain'

const vaultId = 'vault_01J9Z3K4M5N6P7Q8R9S0T1V2W3'

/** Seals by turning the text round. */
const storage = (backend = 'gnome_libsecret'): SafeStorage => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (sealed) => ({ shouldReEncrypt: false, result: [...sealed.toString()].reverse().join('') }),
  getSelectedStorageBackend: () => backend,
})

async function folder() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-shell-anchors-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return join(parent, 'anchors')
}

test('what is kept is sealed by the keychain, in a file of the shell’s own, and comes back as it was', async () => {
  const path = await folder()
  const kept = anchors(storage(), 'linux', path)
  expect(await kept['anchor.read']({ vaultId })).toEqual({ state: 'kept', anchor: null })
  expect(await kept['anchor.write']({ vaultId, anchor: 'AQID' })).toEqual({ state: 'kept' })
  expect(await kept['anchor.read']({ vaultId })).toEqual({ state: 'kept', anchor: 'AQID' })
  expect(await readdir(path)).toEqual([vaultId])
  expect(await readFile(join(path, vaultId), 'utf8')).toBe('DIQA')
  expect((await stat(join(path, vaultId))).mode & 0o777).toBe(0o600)
})

test('a keychain that would not really seal anything keeps nothing, and says so', async () => {
  const path = await folder()
  const refused = anchors(storage('basic_text'), 'linux', path)
  expect(await refused['anchor.write']({ vaultId, anchor: 'AQID' })).toMatchObject({ state: 'none', reason: expect.any(String) })
  expect(await refused['anchor.read']({ vaultId })).toMatchObject({ state: 'none' })
  await expect(readdir(path)).rejects.toThrow('ENOENT')
})
