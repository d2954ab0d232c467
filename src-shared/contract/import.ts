import { z } from 'zod'
import { CredentialTypeKey, Visibility } from '../domain/credential-type'
import { ConnectionId, ImportId } from '../domain/identifiers'
import { mostEntries, mostFileBytes } from '../domain/import-limits'
import { Timestamp } from './connection'
import { DisplayName } from './display-name'
import { errors } from './error'
import { Password } from './key-slot'
import { vaultProcedure } from './procedure'

/** What made the file, found out from its content. `neurocad`: an export of this program. */
export const ImportFormat = z.enum(['neurocad', 'kdbx', 'bitwarden', 'env', 'csv'])
export type ImportFormat = z.infer<typeof ImportFormat>

const Placement = z.enum(['header', 'query', 'basic'])

/** Which column of a table says what; null where none does. Counted from 0. */
const Column = z.int().min(0).max(999).nullable()
export const ImportColumns = z.strictObject({
  name: Column,
  key: Column,
  address: Column,
  userName: Column,
  folder: Column,
})
export type ImportColumns = z.infer<typeof ImportColumns>

/** What holds for every entry that says nothing else itself. */
export const ImportDefaults = z.strictObject({
  /** `auto`: user name and password where there is a user name, else a header. */
  placement: z.enum(['auto', 'header', 'query', 'basic']),
  /** The header's or parameter's name. */
  parameter: z.string().max(100).nullable(),
  /** The word before the key in a header. */
  prefix: z.string().max(100).nullable(),
  /** For entries that name no web address: origins, separated by spaces. */
  origins: z.string().max(4000),
  visibility: Visibility,
})
export type ImportDefaults = z.infer<typeof ImportDefaults>

/** How many entries stand how. `duplicates` are among `ready`. */
const ImportCounts = z.object({
  total: z.int(),
  ready: z.int(),
  needsValue: z.int(),
  skipped: z.int(),
  duplicates: z.int(),
  /** What is ready, no duplicate, and looks like a key: what is chosen at first. */
  suggested: z.int(),
})

/**
 * A file that is being imported: it and what it holds stay in the engine until they are committed, given up, locked away or
 * expired. Nothing here is a secret of the file.
 */
export const ImportView = z.object({
  id: ImportId,
  format: ImportFormat,
  /** `password`: it does not open without one. `table`: it is open, and its columns can be chosen. `committed`: it can be undone. */
  state: z.enum(['password', 'open', 'committed']),
  expiresAt: Timestamp,
  /** Of a table: the names of its columns, or numbers where its first line does not read as names. */
  table: z.object({ columns: z.array(z.string()), hasHeader: z.boolean(), chosen: ImportColumns }).nullable(),
  defaults: ImportDefaults,
  counts: ImportCounts,
  /** Sentences about the file as a whole. */
  notes: z.array(z.string()),
  /** Once committed: how many were added and not taken back. */
  added: z.int(),
})
export type ImportView = z.infer<typeof ImportView>

/** One entry as it would become a connection. A secret shows as the name of its field and its length. */
export const ImportEntryView = z.object({
  /** Its number in the file, from 0. */
  n: z.int(),
  name: z.string(),
  /** The folder or group that it was in; empty where there was none. */
  folder: z.string(),
  type: CredentialTypeKey,
  /** The values that could be the key, and which one is. Lengths in characters. */
  values: z.array(z.object({ field: z.string(), length: z.int() })),
  chosen: z.int().nullable(),
  placement: Placement.nullable(),
  parameter: z.string().nullable(),
  origins: z.array(z.string()),
  state: z.enum(['ready', 'needs_value', 'skipped']),
  /** For `needs_value`: which fields and why. For `skipped`: one line, why. */
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  /** The same as an earlier entry of the file, or as a connection that is there: same name and place. */
  duplicate: z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('entry'), n: z.int() }),
      z.object({ of: z.literal('connection'), connectionId: ConnectionId }),
    ])
    .nullable(),
  suggested: z.boolean(),
})
export type ImportEntryView = z.infer<typeof ImportEntryView>

const procedure = vaultProcedure.meta({ access: 'owner', whileLocked: false }).errors(errors('VAULT_LOCKED', 'NOT_FOUND'))
const writing = procedure.errors(errors('VAULT_READ_ONLY'))

const ById = z.strictObject({ importId: ImportId })
const Numbers = z.array(z.int().min(0)).max(mostEntries)

/** Files of other programs, and exports of this one, taken in as a whole or not at all. For the owner's clients alone. */
export const importing = {
  upload: procedure
    .route({
      method: 'POST',
      path: '/vault/import',
      summary: 'Bring a file to import, as application/octet-stream; what it is shows from its content',
    })
    .errors(errors('IMPORT_UNREADABLE', 'PAYLOAD_TOO_LARGE'))
    .input(z.file().max(mostFileBytes))
    .output(ImportView),
  get: procedure
    .route({ method: 'GET', path: '/vault/import/{importId}', summary: 'A file that is being imported' })
    .input(ById)
    .output(ImportView),
  open: procedure
    .route({ method: 'POST', path: '/vault/import/{importId}/password', summary: 'Open a file that is protected' })
    .errors(errors('IMPORT_UNREADABLE', 'WRONG_PASSWORD'))
    .input(
      ById.extend({
        /** May be empty: a KeePass file can be protected by a key file alone. */
        password: Password.or(z.literal('')),
        /** Base64. */
        keyFile: z.base64().max(90_000).optional(),
      }),
    )
    .output(ImportView),
  choose: procedure
    .route({
      method: 'PUT',
      path: '/vault/import/{importId}/choices',
      summary: 'Choose what the columns of a table say, and what holds for every entry that says nothing else',
    })
    .input(
      ById.extend({ columns: ImportColumns.optional(), hasHeader: z.boolean().optional(), defaults: ImportDefaults.optional() }),
    )
    .output(ImportView),
  entries: procedure
    .route({ method: 'GET', path: '/vault/import/{importId}/entries', summary: 'Preview: what each entry would become' })
    .input(
      ById.extend({
        offset: z.coerce.number<number>().int().min(0).default(0),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ items: z.array(ImportEntryView), total: z.int() })),
  change: procedure
    .route({ method: 'PATCH', path: '/vault/import/{importId}/entries/{n}', summary: 'Change one entry before it is imported' })
    .input(
      ById.extend({
        n: z.coerce.number<number>().int().min(0),
        name: DisplayName.max(120).optional(),
        /** Which of its values is the key. */
        chosen: z.int().min(0).optional(),
        placement: Placement.optional(),
        parameter: z.string().max(100).optional(),
        origins: z.string().max(4000).optional(),
      }),
    )
    .output(z.object({ entry: ImportEntryView, counts: ImportCounts })),
  commit: writing
    .route({
      method: 'POST',
      path: '/vault/import/{importId}/commit',
      summary: 'Add the chosen entries as connections: all of them, or none',
    })
    // `suggested` and then what was ticked and unticked by hand, so that 10,000 entries need no list of 10,000 numbers.
    .input(
      ById.extend({
        base: z.enum(['none', 'suggested', 'ready']).default('suggested'),
        also: Numbers.default([]),
        without: Numbers.default([]),
      }),
    )
    .output(z.object({ added: z.int() })),
  undo: writing
    .route({ method: 'POST', path: '/vault/import/{importId}/undo', summary: 'Remove what was just imported again' })
    .input(ById)
    .output(z.object({ removed: z.int() })),
  discard: procedure
    .route({ method: 'DELETE', path: '/vault/import/{importId}', summary: 'Give an import up; fine where it is over' })
    .input(ById)
    .output(z.object({ discarded: z.boolean() })),
}
