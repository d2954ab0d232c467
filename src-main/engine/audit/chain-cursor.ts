import { z } from 'zod'
import { historyWords } from '../../../src-shared/words/en/history'
import { invalidInput } from '../error'
import type { ChainPosition } from '../vault/verify-chain'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()

/** Where a walk goes on, kept by the caller: nothing is held here between two parts. */
const Saved = z.strictObject({
  sequence: z.int().positive(),
  previous: Hex,
  chain: Hex,
  /** The last event of the walk, as it was when that began. */
  last: Count,
  /** Of an export: what its end says. */
  events: Count,
  leftOut: Count,
  missing: Count,
})

export interface WalkState {
  at: ChainPosition
  last: number
  events: number
  leftOut: number
  missing: number
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

export function writeCursor({ at, last, events, leftOut, missing }: WalkState): string {
  const saved: z.infer<typeof Saved> = {
    ...{ sequence: at.sequence, previous: hex(at.previousHash), chain: hex(at.chain) },
    ...{ last, events, leftOut, missing },
  }
  return Buffer.from(JSON.stringify(saved)).toString('base64url')
}

/** Throws `INVALID_INPUT` for what is not a cursor of this vault as it is: `newest` is its last event. */
export function readCursor(text: string, newest: number): WalkState {
  const saved = Saved.safeParse(jsonOf(text)).data
  if (saved === undefined || saved.last > newest) throw invalidInput('cursor', historyWords.notACursor)
  const { sequence, previous, chain, ...counts } = saved
  return { at: { sequence, previousHash: bytes(previous), chain: bytes(chain) }, ...counts }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    // Not one of ours; the caller says so.
    return undefined
  }
}
