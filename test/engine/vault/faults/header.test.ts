import { beforeAll, describe, expect, test } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import { COPY_BYTES } from '../../../../src-main/engine/vault/header-codec'
import { readHeader } from '../../../../src-main/engine/vault/header-file'
import { openVaultKey } from '../../../../src-main/engine/vault/open-vault-key'
import { checkWayIn } from '../../../../src-main/engine/vault/unlock-vault'
import type { FakeFiles } from '../../../fakes/files'
import { add, names, newVault, password, unlock, vaultPorts } from '../vault-fixture'
import { range, tryEach } from './try-each'

let made: FakeFiles
/** Where a copy is not zeros: all but a part of it is. */
let written: number[]
beforeAll(async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Acme')
  const { journalBytes } = vault
  await vault.close()
  made = ports.files
  made.contents.set('journal-1', (made.contents.get('journal-1') ?? new Uint8Array()).slice(0, journalBytes))
  const header = made.contents.get('header') ?? new Uint8Array()
  written = [...header.keys()].filter((at) => header[at] !== 0)
})

const how = { password, demo: false }

async function flipping<T>(offset: number, look: () => Promise<T>): Promise<T> {
  made.flip('header', offset, offset % 8)
  try {
    return await look()
  } finally {
    made.flip('header', offset, offset % 8)
  }
}

describe('one flipped bit in the header', () => {
  test('is found in any byte of it, and the other copy opens the vault', async () => {
    const ports = vaultPorts(made)
    await tryEach(range(0, 2 * COPY_BYTES), async (offset) => {
      const { reading } = await flipping(offset, () => openVaultKey(ports, how))
      if (reading.damagedCopy !== Math.floor(offset / COPY_BYTES)) expect(reading.damagedCopy).toBe(offset)
    })
  })

  test('is mended and reported by the unlock, and nothing is missing', async () => {
    const some = new Set([...written.filter((_, i) => i % 13 === 0), ...range(0, 2 * COPY_BYTES, 997)])
    await tryEach(some, async (offset) => {
      const files = await flipping(offset, async () => made.copy())
      const vault = await unlock(vaultPorts(files))
      expect(vault.found?.findings.files).toMatchObject([{ file: 'header', places: [{ problem: 'header_copy' }] }])
      expect(names(vault)).toEqual(['Acme'])
      await vault.close()
      expect((await readHeader(files))?.damagedCopy).toBeUndefined()
    })
  })

  test('in both copies is refused by name, and every file stays as it is', async () => {
    await tryEach(
      written.filter((at) => at < COPY_BYTES),
      async (offset) => {
        const before = Buffer.concat([...made.contents.values()])
        const refused = flipping(offset, () => flipping(offset + COPY_BYTES, () => checkWayIn(vaultPorts(made), how)))
        const error = await refused.catch((reason: unknown) => reason)
        if (!(error instanceof EngineError && error.code === 'VAULT_DAMAGED')) expect(error).toBe('VAULT_DAMAGED')
        expect(Buffer.concat([...made.contents.values()]).equals(before)).toBe(true)
      },
    )
  })
})

test('a header cut at any length opens by its first copy, or is refused by name', async () => {
  const header = made.contents.get('header') ?? new Uint8Array()
  await tryEach(range(0, 2 * COPY_BYTES, 101), async (length) => {
    const files = made.copy()
    files.contents.set('header', header.slice(0, length))
    const opened = checkWayIn(vaultPorts(files), how)
    if (length < COPY_BYTES) await expect(opened).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
    else await opened
  })
})
