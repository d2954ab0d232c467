import type { DamagedPlace } from '../../../src-shared/contract/vault-damage'
import type { UnlockWith } from '../engine'
import { compareWithAnchor, isAnchor, readAnchor } from './anchor'
import { AnchorKeeper } from './anchor-keeper'
import type { VaultPorts } from './create-vault'
import { generationsOf } from './generations'
import { COPY_BYTES } from './header-codec'
import { HEADER, HeaderFile, type HeaderReading } from './header-file'
import { Journal } from './journal'
import { type KeySlot, slotOf, withSlot } from './key-slot'
import type { Findings } from './load-findings'
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
    const { files, clock, logger, compactFrom, anchors } = ports
    const opened = await openVaultKey(ports, options)
    const { vaultKey, copy, reading: headerReading } = opened
    undo(() => erase(vaultKey))
    const keys = openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
    undo(() => eraseKeys(keys))
    erase(vaultKey)
    const reading = anchors && (await readAnchor(anchors, keys))
    const kept = isAnchor(reading) ? reading : undefined
    const loaded = await loadState(files, keys, copy.header, logger, { hashOf: kept?.sequence }).catch((error: unknown) => {
      throw refusal(error, 'VAULT_DAMAGED', logger, 'the vault could not be read')
    })
    undo(() => loaded.state.close())
    try {
      const header = await HeaderFile.open(files, keys.header, copy.header, headerReading.damagedCopy)
      undo(() => header.close())
      await header.takeOver(headerReading.bytes, slotsAfter(opened, options, clock.now()))
      // Whoever wrote until then writes no more; what was written since it was loaded is found here, and refused.
      if (generationsOf(await files.list(), 'journal').at(-1) !== loaded.journal.generation) throw overtaken()
      const journal = await Journal.open(files, loaded.journal)
      undo(() => journal.close())
      await tidyUp(ports, loaded, header)
      const { state, damagedFiles, hashAt } = loaded
      const findings = withHeader(loaded.findings, headerReading)
      const isDamaged = findings.files.length > 0
      const rollback = kept && compareWithAnchor(kept, { sequence: state.sequence, hashAt, isDamaged }, clock.now())
      const anchor = anchors && new AnchorKeeper({ store: anchors, clock, logger, keys, state }, reading ?? 'absent')
      if (rollback) {
        anchor?.hold()
        logger.error('the vault is not where this computer last saw it', { ...rollback })
      } else anchor?.changed()
      const found = { findings, rollback }
      return new Vault({ files, clock, logger, keys, header, journal, state, damagedFiles, compactFrom, found, anchor })
    } catch (error) {
      throw refusal(error, 'VAULT_READ_ONLY', logger, 'the vault could not be opened for writing')
    }
  })
}

/** A copy of the header that did not read is mended by taking the vault over, and reported all the same. */
function withHeader(findings: Findings, { damagedCopy }: HeaderReading): Findings {
  if (damagedCopy === undefined) return findings
  const place: DamagedPlace = { offset: damagedCopy * COPY_BYTES, problem: 'header_copy', sequence: null }
  return { ...findings, files: [{ file: HEADER, eventsRead: null, places: [place], morePlaces: 0 }, ...findings.files] }
}

/** A compaction that was killed before it had tidied up may have been one that erases. */
async function tidyUp({ files, logger }: VaultPorts, { state, damagedFiles }: LoadedState, header: HeaderFile): Promise<void> {
  const { oldest, snapshot } = header.header.body
  // What took the place of a damaged snapshot is needed until there is a new one, however old it is.
  if (state.generation !== snapshot) return
  try {
    await removeOldGenerations(files, oldest, { damagedFiles, erases: oldest.snapshot === snapshot && snapshot > 0 })
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
