import { canonicalBytes } from '../vault/canonical'
import type { ChainStep, TrailGap } from '../vault/verify-chain'
import { hex, type WalkState } from './chain-cursor'

/**
 * The lines of a JSON Lines export (`docs/audit-format.md`). Each is canonical JSON (RFC 8785), so that nothing in one can be changed
 * without changing what it says.
 */
export const AUDIT_FORMAT = 'neurocad-connect-audit'
export const AUDIT_VERSION = 1

const line = (value: object): string => `${Buffer.from(canonicalBytes(value)).toString()}\n`

export const headLine = (head: { vaultId: string; exportedAt: string; last: number }): string =>
  line({ format: AUDIT_FORMAT, version: AUDIT_VERSION, ...head })

/** The event goes in as it was hashed: its canonical bytes are its place in the canonical line. */
export const eventLine = ({ event, bytes, hash, previousHash, chain }: ChainStep): string =>
  `{"chain":"${hex(chain)}","event":${Buffer.from(bytes).toString()},"previous":"${hex(previousHash)}","sequence":${event.sequence},"sha256":"${hex(hash)}"}\n`

/** Events that were left out by the filter, or are none of the reader's business: their hashes alone, so that the chain goes on. */
export const leftOutLine = (run: { first: number; hashes: readonly string[]; chain: Uint8Array }): string =>
  line({ chain: hex(run.chain), first: run.first, last: run.first + run.hashes.length - 1, leftOut: run.hashes })

export const missingLine = ({ first, last }: TrailGap, chain: Uint8Array): string =>
  line({ chain: hex(chain), first, last, missing: true })

export const endLine = ({ at, events, leftOut, missing }: WalkState): string =>
  line({ chain: hex(at.chain), end: true, events, leftOut, missing, sha256: hex(at.previousHash) })
