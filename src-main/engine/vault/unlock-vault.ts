import { EngineError } from '../error'
import type { VaultPorts } from './create-vault'
import { DemoMixedError } from './demo-mixed-error'
import type { DecodedCopy } from './header-codec'
import { HeaderFile, readHeader } from './header-file'
import { Journal } from './journal'
import { openPasswordSlot } from './key-slot'
import { loadState } from './load-state'
import { removeOldGenerations } from './old-generations'
import { deriveSubkey, erase, sealReady, verify } from './seal'
import { Vault } from './vault'
import { openKeys } from './vault-keys'

/** Opens the vault. Throws `VAULT_ABSENT`, `WRONG_PASSWORD`, `VAULT_DAMAGED`, or `DemoMixedError`. */
export async function unlockVault(ports: VaultPorts, options: { password: string; demo: boolean }): Promise<Vault> {
  const { files, clock, logger } = ports
  const { vaultKey, copy, damagedCopy } = await openVaultKey(ports, options)
  const keys = openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
  erase(vaultKey)
  const loaded = await loadState(files, keys, copy.header, logger)
  const header = await HeaderFile.open(files, keys.header, copy.header, damagedCopy)
  // From here on an older process that still has this vault open is refused its writes.
  await header.write({ epoch: copy.header.epoch + 1 })
  // A compaction that was killed before it had tidied up may have been one that erases.
  await removeOldGenerations(files, copy.header.body.oldest, loaded.damagedFiles)
  const { generation, end, tornTo } = loaded.journal
  const journal = await Journal.open(files, generation, end, tornTo)
  return new Vault({ files, clock, logger, keys, header, journal, state: loaded.state, damagedFiles: loaded.damagedFiles })
}

/** Only checks a password, with the same work. Throws as `unlockVault`. */
export async function checkPassword(ports: VaultPorts, options: { password: string; demo: boolean }): Promise<void> {
  const { vaultKey } = await openVaultKey(ports, options)
  erase(vaultKey)
}

async function openVaultKey(ports: VaultPorts, options: { password: string; demo: boolean }) {
  const reading = await readHeader(ports.files)
  if (!reading) throw new EngineError('VAULT_ABSENT')
  await sealReady()
  const [newest] = reading.copies
  if (!newest) throw new EngineError('VAULT_DAMAGED')
  if (newest.header.body.demo !== options.demo) throw new DemoMixedError(newest.header.body.demo)
  const [slot] = newest.header.body.slots
  if (!slot) throw new EngineError('VAULT_DAMAGED')
  const vaultKey = await openPasswordSlot(newest.header.body.vaultId, slot, options.password, ports.derive)
  return { vaultKey, copy: authentic(vaultKey, reading.copies), damagedCopy: reading.damagedCopy }
}

/** The newest copy that was made by a holder of the vault key. */
function authentic(vaultKey: Uint8Array, copies: readonly DecodedCopy[]): DecodedCopy {
  const key = deriveSubkey(vaultKey, 'header')
  const copy = copies.find((candidate) => verify(key, candidate.authenticated, candidate.mac))
  erase(key)
  if (!copy)
    throw new EngineError(
      'VAULT_DAMAGED',
      {},
      'The header of this vault was changed by something else. The files were left as they are.',
    )
  return copy
}
