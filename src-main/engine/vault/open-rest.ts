import { EngineError } from '../error'
import type { CommitQueue } from './commit-queue'
import { loadState } from './load-state'
import type { MendedSecrets } from './secret-mender'
import { snapshotName } from './snapshot-head'
import { Turns } from './turns'
import type { VaultParts } from './vault'

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown')

/**
 * Opens what of the snapshot was not needed for the first list, in turns. Where part of it is damaged, everything is rebuilt from the
 * generation before, and `tell` hears of it. To be run beside no compaction. Never rejects.
 */
export async function openRest(
  parts: VaultParts,
  queue: CommitQueue,
  ending: { readonly aborted: boolean },
  tell: (mended: MendedSecrets) => void,
): Promise<void> {
  const { state, logger, clock } = parts
  const { image, generation, snapshot } = state
  if (!image || image.isWhole) return
  try {
    const turns = new Turns(clock)
    await image.openRest(turns, ending)
    await snapshot?.checkSearch(turns, ending)
    if (!ending.aborted) await state.search.load(turns)
  } catch (error) {
    logger.error('part of a snapshot could not be read; everything is rebuilt from the one before', { reason: reasonOf(error) })
    try {
      await queue.alone(() => rebuildWithout(parts, generation, tell))
    } catch (failure) {
      logger.error('the vault could not be rebuilt', { reason: reasonOf(failure) })
      queue.breakWith(new EngineError('VAULT_DAMAGED'))
    }
  }
}

/** Everything that was acknowledged is in the journals, so what they rebuild on an older snapshot is what there was. */
async function rebuildWithout(parts: VaultParts, generation: number, tell: (mended: MendedSecrets) => void): Promise<void> {
  const { files, keys, header, logger, state, damagedFiles } = parts
  const loaded = await loadState(files, keys, header.header, logger, { unreadable: new Set([generation]) })
  for (const name of loaded.damagedFiles) damagedFiles.add(name)
  loaded.state.onRefused = state.onRefused
  parts.state = loaded.state
  parts.anchor?.follow(loaded.state)
  tell({ file: snapshotName(generation), recovered: [], lost: [], rebuiltFrom: loaded.state.generation })
  await state.close()
}
