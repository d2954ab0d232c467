import { expect, test } from 'vitest'
import { COPY_BYTES } from '../../../src-main/engine/vault/header-codec'
import { readHeader } from '../../../src-main/engine/vault/header-file'
import { kdfInBounds } from '../../../src-main/engine/vault/kdf-settings'
import type { FakeFiles } from '../../fakes/files'
import { add, cheapKdf, names, newVault, unlock, vaultPorts } from './vault-fixture'

const made = async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Acme')
  await vault.close()
  return ports.files
}
const bytesOf = (files: FakeFiles) => Buffer.concat([...files.contents.values()])

test.each([0, 1])('a vault whose header copy %i is damaged opens, and the copy is mended', async (copy) => {
  const files = await made()
  files.contents.get('header')?.fill(0x58, copy * COPY_BYTES, (copy + 1) * COPY_BYTES)
  expect(names(await unlock(vaultPorts(files)))).toEqual(['Acme'])
  expect(await readHeader(files)).toMatchObject({ damagedCopy: undefined })
})

test('bytes behind the two copies keep nobody from unlocking', async () => {
  const files = await made()
  files.contents.set(
    'header',
    new Uint8Array(Buffer.concat([files.contents.get('header') ?? new Uint8Array(), Buffer.from('more')])),
  )
  expect(names(await unlock(vaultPorts(files)))).toEqual(['Acme'])
})

test('with both copies damaged it is a named error and the files stay as they are', async () => {
  const files = await made()
  for (const copy of [0, 1]) files.flip('header', copy * COPY_BYTES + 40)
  const before = bytesOf(files)
  await expect(unlock(vaultPorts(files))).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  expect(bytesOf(files).equals(before)).toBe(true)
})

test('a header that is gone while its data is there is damage, not an empty folder', async () => {
  const files = await made()
  files.contents.delete('header')
  await expect(readHeader(files)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  await expect(newVault(vaultPorts(files))).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
})

test('a vault whose making was cut short is no vault yet, and can be made', async () => {
  const files = await made()
  files.contents.delete('header')
  files.contents.get('journal-1')?.fill(0)
  expect(await readHeader(files)).toBeUndefined()
  await newVault(vaultPorts(files))
})

test.each([
  [{ ...cheapKdf, memoryKiB: 19 * 1024 - 1 }, false],
  [{ ...cheapKdf, memoryKiB: 19 * 1024 }, true],
  [{ ...cheapKdf, memoryKiB: 1024 * 1024 }, true],
  [{ ...cheapKdf, memoryKiB: 1024 * 1024 + 1 }, false],
  [{ ...cheapKdf, passes: 0 }, false],
  [{ ...cheapKdf, passes: 10 }, true],
  [{ ...cheapKdf, passes: 11 }, false],
])('KDF settings %o are in bounds: %s', (settings, within) => {
  expect(kdfInBounds(settings)).toBe(within)
})
