import { EngineError } from '../error'
import type { VaultPorts } from './create-vault'
import { DemoMixedError } from './demo-mixed-error'
import { generationsOf } from './generations'
import type { DecodedCopy } from './header-codec'
import { HeaderFile, readHeader } from './header-file'
import { Journal } from './journal'
import { openPasswordSlot } from './key-slot'
import { type LoadedState, loadState } from './load-state'
import { removeOldGenerations } from './old-generations'
import { overtaken, refusal } from './refusal'
import { deriveSubkey, erase, sealReady, verify } from './seal'
import { unwinding } from './unwind'
import { Vault } from './vault'
import { eraseKeys, openKeys } from './vault-keys'

/**
 * Opens the vault. Throws `VAULT_ABSENT`, `WRONG_PASSWORD`, `VAULT_DAMAGED` (nothing was written), `VAULT_READ_ONLY` where the
 * disk refuses a write or another process is writing, or `DemoMixedError`.
 */
export function unlockVault(ports: VaultPorts, options: { password: string; demo: boolean }): Promise<Vault> {
  return unwinding(async (undo) => {
    const { files, clock, logger, compactFrom } = ports
    const { vaultKey, copy, reading } = await openVaultKey(ports, options)
    undo(() => erase(vaultKey))
    const keys = openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
    undo(() => eraseKeys(keys))
    erase(vaultKey)
    const loaded = await loadState(files, keys, copy.header, logger).catch((error: unknown) => {
      throw refusal(error, 'VAULT_DAMAGED', logger, 'the vault could not be read')
    })
    undo(() => loaded.state.close())
    try {
      const header = await HeaderFile.open(files, keys.header, copy.header, reading.damagedCopy)
      undo(() => header.close())
      await header.takeOver(reading.bytes)
      // Whoever wrote until then writes no more; what was written since it was loaded is found here, and refused.
      if (generationsOf(await files.list(), 'journal').at(-1) !== loaded.journal.generation) throw overtaken()
      const journal = await Journal.open(files, loaded.journal)
      undo(() => journal.close())
      await tidyUp(ports, loaded, header)
      const { state, damagedFiles } = loaded
      return new Vault({ files, clock, logger, keys, header, journal, state, damagedFiles, compactFrom })
    } catch (error) {
      throw refusal(error, 'VAULT_READ_ONLY', logger, 'the vault could not be opened for writing')
    }
  })
}

/** A compaction that was killed before it had tidied up may have been one that erases. */
async function tidyUp({ files, logger }: VaultPorts, { state, damagedFiles }: LoadedState, header: HeaderFile): Promise<void> {
  const { oldest, snapshot } = header.header.body
  // What took the place of a damaged snapshot is needed until there is a new one, however old it is.
  if (state.generation !== snapshot) return
  try {
    await removeOldGenerations(files, oldest, damagedFiles)
  } catch (error) {
    state.doubtErasing()
    logger.error('files that are no longer part of the vault could not be removed', {
      reason: error instanceof Error ? error.message : 'unknown',
    })
  }
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
  return { vaultKey, copy: authentic(vaultKey, reading.copies), reading }
}

/** The newest copy that was made by a holder of the vault key. */
function authentic(vaultKey: Uint8Array, copies: readonly DecodedCopy[]): DecodedCopy {
  const key = deriveSubkey(vaultKey, 'header')
  const copy = copies.find((candidate) => verify(key, candidate.authenticated, candidate.mac))
  erase(key)
  if (!copy) {
    erase(vaultKey)
    throw new EngineError(
      'VAULT_DAMAGED',
      {},
      'The header of this vault was changed by something else. The files were left as they are.',
    )
  }
  return copy
}
