import type { Logger } from '../port'
import { joinSecret, rewrapSecret, secretOpens, splitSecret } from './record-secret'
import type { SealedSecret } from './vault-event'
import type { VaultKeys } from './vault-keys'

/** Answers what a record's sealed secret is in the next snapshot: wrapped data key and secret, joined; undefined where it has none any more. */
export type CarryBlob = (record: string, blob: Uint8Array) => Promise<Uint8Array | undefined>

/**
 * Blobs move sealed; they are bound to their record, not to a file. Each is opened once on the way, for a compaction is about to
 * forget the older file in which it may still have been whole: `mend` answers it from there, or undefined where nothing has it. After a
 * rotation their data keys are wrapped anew on the way.
 */
export function carryBlob(
  keys: VaultKeys,
  logger: Logger,
  mend: (record: string) => Promise<SealedSecret | undefined>,
): CarryBlob {
  return async (record, blob) => {
    const rewrapped = (secret: SealedSecret) => rewrapSecret(keys.vaultId, record, keys.keks, secret)
    const sealed = splitSecret(blob)
    if (secretOpens(keys.vaultId, record, keys.keks, sealed)) {
      const carried = rewrapped(sealed)
      return carried === sealed ? blob : joinSecret(carried)
    }
    const mended = await mend(record)
    if (mended) return joinSecret(rewrapped(mended))
    logger.error('a secret does not open any more; it is kept as it is', { record })
    return blob
  }
}
