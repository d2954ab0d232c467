import { z } from 'zod'
import { Timestamp } from './connection'

/**
 * What was wrong at one place. In a journal: `unreadable` bytes that are no record, a record that `does_not_open`, one `from_elsewhere`
 * (another vault, or another place), one that is `repeated` or `out_of_order`, and a `chain_broken` before a record that itself is whole.
 * `header_copy`: one of the two did not read and was mended. `index_closed`: a snapshot without its list. `secret_closed`: a sealed secret.
 */
export const DamageProblem = z.enum([
  'unreadable',
  'does_not_open',
  'from_elsewhere',
  'repeated',
  'out_of_order',
  'chain_broken',
  'not_applied',
  'header_copy',
  'index_closed',
  'secret_closed',
])
export type DamageProblem = z.infer<typeof DamageProblem>

export const DamagedPlace = z.object({
  /** Bytes from the beginning of the file; null where the whole file is meant. */
  offset: z.int().nonnegative().nullable(),
  problem: DamageProblem,
  /** Of the event there, where it is known. */
  sequence: z.int().nullable(),
})
export type DamagedPlace = z.infer<typeof DamagedPlace>

export const DamagedFile = z.object({
  file: z.string(),
  /** Events that were read in spite of it; null where the file holds none. */
  eventsRead: z.int().nullable(),
  places: z.array(DamagedPlace),
  /** How many places there are besides. */
  morePlaces: z.int(),
})
export type DamagedFile = z.infer<typeof DamagedFile>

const HeldSecret = z.object({
  /** What it belongs to: a connection's id, or the name of another kind of record. */
  record: z.string(),
  /** What a person calls it. */
  name: z.string(),
})
export type HeldSecret = z.infer<typeof HeldSecret>

/** What was found damaged in the vault's files, and what came of it. Facts only: it is an event, kept for good. */
export const DamageReport = z.object({
  at: Timestamp,
  files: z.array(DamagedFile),
  /** Generation of the earlier snapshot that took the place of the newest, 0 for the first journal; null where none had to. */
  rebuiltFrom: z.int().nullable(),
  /** Sequences of events that cannot be read any more, both ends included. */
  lostEvents: z.array(z.object({ from: z.int(), through: z.int() })),
  /** Taken from the generation before. */
  recoveredSecrets: z.array(HeldSecret),
  /** In no file that opens. */
  lostSecrets: z.array(HeldSecret),
})
export type DamageReport = z.infer<typeof DamageReport>

/** How the vault's damage stands: what was found, where the files are, and whether the owner has seen it. */
export const DamageStanding = DamageReport.extend({
  acknowledgedAt: Timestamp.nullable(),
  /** Names in the vault's folder of what is kept aside. */
  keptAside: z.array(z.string()),
})
export type DamageStanding = z.infer<typeof DamageStanding>

/**
 * The vault is not where this computer last saw it. `older_copy`: it ends before. `other_history`: it has another event at that place.
 * `end_lost`: it ends before, and its files are damaged too.
 */
export const Rollback = z.object({
  at: Timestamp,
  kind: z.enum(['older_copy', 'other_history', 'end_lost']),
  /** The last event that this computer knew of, and when it wrote that down. */
  expected: z.int(),
  seenAt: Timestamp,
  /** The last event that there is. */
  found: z.int(),
})
export type Rollback = z.infer<typeof Rollback>

/**
 * Whether the last event is kept outside the vault's folder, so that an older copy is noticed. `waiting`: not yet written since
 * unlocking. `unreadable`: what was kept did not open, so nothing could be compared. `failing`: it cannot be written.
 */
export const AnchorStatus = z.object({
  state: z.enum(['kept', 'waiting', 'held', 'unreadable', 'failing', 'none']),
  /** When it was last written. */
  at: Timestamp.nullable(),
  /** Why not, in a sentence. */
  reason: z.string().nullable(),
})
export type AnchorStatus = z.infer<typeof AnchorStatus>
