import { z } from 'zod'

/** The lines of an exported audit, as `docs/audit-format.md` has them. Hashes are lower-case hex. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()
const Sequence = z.int().positive()

export const HeadLine = z.strictObject({
  format: z.string(),
  version: z.int(),
  vaultId: z.string(),
  exportedAt: z.string(),
  last: Count,
})
export type HeadLine = z.infer<typeof HeadLine>

/** Of the event itself only what a checker looks at; all of it is hashed. */
export const EventLine = z.strictObject({
  sequence: Sequence,
  event: z.looseObject({ sequence: z.number(), kind: z.string() }),
  sha256: Hash,
  previous: Hash,
  chain: Hash,
})
export type EventLine = z.infer<typeof EventLine>

export const LeftOutLine = z.strictObject({
  first: Sequence,
  last: Sequence,
  leftOut: z.array(Hash).min(1),
  chain: Hash,
})
export type LeftOutLine = z.infer<typeof LeftOutLine>

export const MissingLine = z.strictObject({ first: Sequence, last: Sequence, missing: z.literal(true), chain: Hash })
export type MissingLine = z.infer<typeof MissingLine>

export const EndLine = z.strictObject({
  end: z.literal(true),
  events: Count,
  leftOut: Count,
  missing: Count,
  sha256: Hash,
  chain: Hash,
})
export type EndLine = z.infer<typeof EndLine>
