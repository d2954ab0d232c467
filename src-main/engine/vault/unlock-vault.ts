import type { UnlockWith } from '../engine'
import type { VaultPorts } from './create-vault'
import { generationsOf } from './generations'
import { HeaderFile } from './header-file'
import { Journal } from './journal'
import { type KeySlot, slotOf, withSlot } from './key-slot'
import { type LoadedState, loadState } from './load-state'
import { removeOldGenerations } from './old-generations'
import { type OpenedVaultKey, openVaultKey } from './open-vault-key'
import { overtaken, refusal } from './refusal'
import { erase } from './seal'
import { unwinding } from './unwind'
import { Vault } from './vault'
import { eraseKeys, openKeys } from './vault-keys'

/**
 * Opens the vault. Throws as `openVaultKey`, `VAULT_DAMAGED` (nothing was written), or `VAULT_READ_ONLY` where the disk refuses a
 * write or another process is writing.
 */
export function unlockVault(ports: VaultPorts, options: UnlockWith & { demo: boolean }): Promise<Vault> {
  return unwinding(async (undo) => {
    const { files, clock, logger, compactFrom } = ports
    const opened = await openVaultKey(ports, options)
    const { vaultKey, copy, reading } = opened
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
      await header.takeOver(reading.bytes, slotsAfter(opened, options, clock.now()))
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

/** Only checks what a vault is opened with, with the same work. Throws as `openVaultKey`. */
export async function checkWayIn(ports: VaultPorts, options: UnlockWith & { demo: boolean }): Promise<void> {
  const { vaultKey } = await openVaultKey(ports, options)
  erase(vaultKey)
}

/** What unlocking changes of the slots: the keychain's new wrapping, and when the password was last given. */
function slotsAfter({ copy, renewed }: OpenedVaultKey, how: UnlockWith, now: number): { slots?: KeySlot[] } {
  const { slots } = copy.header.body
  if (renewed) return { slots: withSlot(slots, renewed) }
  const device = slotOf(slots, 'device')
  if ('device' in how || !device) return {}
  return { slots: withSlot(slots, { ...device, passwordAt: new Date(now).toISOString() }) }
}
