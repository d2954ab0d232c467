import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { ImportId } from '../domain/identifiers'
import { Timestamp } from './connection'
import { errors } from './error'
import { Password } from './key-slot'
import { vaultProcedure } from './procedure'

const procedure = vaultProcedure.meta({ access: 'owner', whileLocked: false }).errors(errors('VAULT_LOCKED', 'VAULT_READ_ONLY'))

const Count = z.int().nonnegative()

const Standing = z.enum(['new', 'exists', 'refused'])

/** A file that was brought with `import.upload` and is an export of this program; its own password where it is sealed. */
const OwnExport = z.strictObject({ importId: ImportId, exportPassword: Password.optional() })

/** Exports of this program. For the owner's clients alone. */
export const transfer = {
  export: procedure
    .route({
      method: 'POST',
      path: '/vault/export',
      summary: 'Write connections with their secrets, and provider apps, to a file of this computer: sealed, or in the clear',
    })
    .errors(errors('WRONG_PASSWORD', 'KDF_OUT_OF_BOUNDS', 'TOO_MANY_ATTEMPTS', 'NOT_AVAILABLE_HERE'))
    .input(
      z.strictObject({
        /** The vault's. */
        password: Password,
        form: z.enum(['sealed', 'plain']),
        /** For `sealed`: what the file opens with; another one than the vault's. */
        exportPassword: Password.optional(),
        /** For `plain`: whoever has the file has every secret in it. */
        confirmPlain: z.literal(true).optional(),
        /** Absolute; where received files go unless said. */
        folder: z.string().min(1).max(4096).optional(),
      }),
    )
    .output(z.object({ path: z.string(), bytes: Count, connections: Count, apps: Count, unreadable: Count })),
  preview: procedure
    .route({ method: 'POST', path: '/vault/import/{importId}/export-preview', summary: 'What importing an export would do' })
    .errors(errors('IMPORT_UNREADABLE', 'NOT_FOUND'))
    .input(OwnExport)
    .output(
      z.object({
        exportedAt: Timestamp,
        counts: z.object({ new: Count, exists: Count, refused: Count }),
        /** The first 500. */
        items: z.array(
          z.object({
            kind: z.enum(['connection', 'provider_app']),
            type: CredentialTypeKey,
            name: z.string(),
            account: z.string().nullable(),
            standing: Standing,
          }),
        ),
      }),
    ),
  commit: procedure
    .route({
      method: 'POST',
      path: '/vault/import/{importId}/export-commit',
      summary: 'Import an export: all that is wanted of it, or nothing',
    })
    .errors(errors('IMPORT_UNREADABLE', 'NOT_FOUND'))
    .input(OwnExport.extend({ existing: z.enum(['skip', 'add_beside']).default('skip') }))
    .output(z.object({ connections: Count, apps: Count, skipped: Count, refused: Count })),
}
