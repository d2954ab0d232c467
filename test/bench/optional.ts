import { NoPeer } from './peer-packages'
import type { Missing } from './row'

/** What a peer is made into; where it cannot be had here, the rows that are left out for it. */
export async function optional<T>(
  names: readonly string[],
  make: () => T | Promise<T>,
): Promise<{ peer: T; missing: [] } | { peer: undefined; missing: [Missing] }> {
  try {
    return { peer: await make(), missing: [] }
  } catch (error) {
    if (!(error instanceof NoPeer)) throw error
    return { peer: undefined, missing: [{ names, why: error.message }] }
  }
}
