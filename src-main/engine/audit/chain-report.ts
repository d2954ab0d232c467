import type { Inputs, Outputs } from '../../../src-shared/contract'
import { chainStart, checkChain } from '../vault/verify-chain'
import { hex, readCursor, writeCursor } from './chain-cursor'
import type { AuditParts } from './use-cases'

/** Walks the chain, all of it or on from a cursor, and says what it came to. */
export async function chainReport(
  { vault }: AuditParts,
  input: NonNullable<Inputs['audit']['verify']>,
): Promise<Outputs['audit']['verify']> {
  const trail = vault.trail()
  const begin = { at: chainStart(vault.headerBody.vaultId), last: trail.sequence, events: 0, leftOut: 0, missing: 0 }
  const state = input.cursor === undefined ? begin : readCursor(input.cursor, trail.sequence)
  const { events, gaps, damaged, broken, first, last, end } = await checkChain(trail, state.at, input.limit)
  const isDone = end.sequence > trail.sequence
  const isSound = gaps.length + damaged.length + broken.length === 0
  const named = (event: typeof first) => event && { sequence: event.sequence, sha256: hex(event.hash) }
  return {
    result: isDone ? (isSound ? 'whole' : 'damaged') : 'under_way',
    ...{ checked: events, total: trail.sequence, first: named(first) ?? null, last: named(last) ?? null },
    ...{ chain: hex(end.chain), gaps, damaged, broken },
    nextCursor: isDone ? null : writeCursor({ ...state, at: end }),
  }
}
