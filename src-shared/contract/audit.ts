import { z } from 'zod'
import { auditGroups } from '../domain/audit-group'
import { CredentialTypeKey } from '../domain/credential-type'
import { ConnectionId } from '../domain/identifiers'
import { requestWords } from '../words/en/request'
import { Person, Timestamp } from './connection'
import { unlockedProcedure } from './procedure'

/** An event of the vault, as people read it. Never what a private connection of somebody else had to do with. */
export const AuditEntry = z.object({
  sequence: z.int().positive(),
  at: Timestamp,
  /** As in the journal: `connection.added`. */
  kind: z.string(),
  group: z.enum(auditGroups),
  /** Null where the provider or the engine did it. */
  actor: Person.nullable(),
  /** The id of what it happened to. */
  record: z.string(),
  /** What that is called now. */
  subject: z.string(),
  /** For events of a connection. */
  connectionId: ConnectionId.nullable(),
  type: CredentialTypeKey.nullable(),
  message: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Who did it: a subject, or `-` for what nobody did. */
const AuditActor = z.string().min(1).max(128)

export const AuditFilter = z.strictObject({
  record: z.string().min(1).max(200).optional(),
  group: z.enum(auditGroups).optional(),
  kind: z
    .string()
    .max(64)
    .regex(/^[a-z_]+\.[a-z_]+$/, requestWords.mustBeEventKind)
    .optional(),
  actor: AuditActor.optional(),
  from: Timestamp.optional(),
  to: Timestamp.optional(),
  /** Words that must occur in what it happened to, who did it, or the sentence. */
  query: z.string().max(200).optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditFormat = z.enum(['jsonl', 'csv'])
export type AuditFormat = z.infer<typeof AuditFormat>

/** What is exported, and as what. */
export const AuditExport = AuditFilter.extend({ format: AuditFormat })

/** Sequences, both ends included. */
const Stretch = z.object({ first: z.int(), last: z.int() })
/** Lower-case hex. */
const Hash = z.string()

export const ChainReport = z.object({
  /** `whole`: every event is there and fits the one before. `under_way`: so far, and `nextCursor` goes on. */
  result: z.enum(['whole', 'damaged', 'under_way']),
  /** Events that were read by this call, and how many there are by their numbers. */
  checked: z.int(),
  total: z.int(),
  /** The first event that was read by this call, and the last; null where none was. */
  first: z.object({ sequence: z.int(), sha256: Hash }).nullable(),
  last: z.object({ sequence: z.int(), sha256: Hash }).nullable(),
  /** The chain up to the last event: the same as in an export that ends there. */
  chain: Hash,
  /** Events that cannot be read any more. */
  gaps: z.array(Stretch),
  damaged: z.array(z.object({ file: z.string(), offset: z.int() })),
  /** Events that name another one before them than there is. */
  broken: z.array(z.int()),
  nextCursor: z.string().nullable(),
})
export type ChainReport = z.infer<typeof ChainReport>

/** Who reads the audit: only the vault's owner, since it has what everybody did. */
export const auditAccess = { access: 'owner', whileLocked: false } as const

const Cursor = z.string().max(1000)

const ownerReads = unlockedProcedure.meta(auditAccess)

export const audit = {
  list: ownerReads
    .route({
      method: 'GET',
      path: '/audit',
      summary: 'Events of the vault, newest first. A page may be short, or empty, while nextCursor goes on',
    })
    .input(
      AuditFilter.extend({
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        cursor: Cursor.optional(),
      }),
    )
    .output(z.object({ items: z.array(AuditEntry), nextCursor: z.string().nullable() })),
  part: ownerReads
    .route({
      method: 'GET',
      path: '/audit/export/part',
      summary: 'A part of an export, as text; parts in their order are the file that GET /audit/export answers at once',
    })
    .input(AuditExport.extend({ cursor: Cursor.optional() }))
    .output(
      z.object({
        text: z.string(),
        nextCursor: z.string().nullable(),
        /** How far it is: events passed, of how many. */
        passed: z.int(),
        total: z.int(),
      }),
    ),
  verify: ownerReads
    .route({
      method: 'POST',
      path: '/audit/verify',
      summary: 'Walk the hash chain of all events; with a limit, that many of them, and on from the cursor',
    })
    .input(z.strictObject({ limit: z.int().min(1).optional(), cursor: Cursor.optional() }).optional())
    .output(ChainReport),
}
