import { z } from 'zod'
import { CredentialTypeKey, TypeDescription, Visibility } from '../domain/credential-type'
import { Pill } from '../domain/pill'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

export const DirectoryCard = z.object({
  type: CredentialTypeKey,
  name: z.string(),
  description: z.string(),
  visibility: Visibility,
  managed: z.boolean(),
  pill: Pill,
  /** True when a live connection asks to be reconnected. */
  attention: z.boolean(),
})
export type DirectoryCard = z.infer<typeof DirectoryCard>

export const TypeView = TypeDescription.extend({
  /** Whether the client id and secret that authorizing needs are there, or must be entered first. */
  providerAppConfigured: z.boolean(),
  /** Managed types: how the operator's file stands. Null for every other type. */
  operator: z
    .object({
      /** Why the file was not read, naming the field; null when all is well or there is no file. */
      problem: z.string().nullable(),
      /** Hosts that the file names now and that wait for the owner's confirmation. */
      pendingHosts: z.array(z.string()),
    })
    .nullable(),
})
export type TypeView = z.infer<typeof TypeView>

export const directory = {
  list: unlockedProcedure
    .route({ method: 'GET', path: '/connect/directory', summary: 'One card per credential type' })
    .output(z.array(DirectoryCard)),
  type: unlockedProcedure
    .route({ method: 'GET', path: '/connect/types/{type}', summary: 'What a type is for, its scopes and its help' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ type: CredentialTypeKey }))
    .output(TypeView),
  confirm: writingProcedure
    .meta({ access: 'owner', whileLocked: false })
    .route({
      method: 'POST',
      path: '/connect/types/{type}/confirmation',
      summary: "Confirm the hosts that the operator's file names now; nothing is sent to them before",
    })
    .errors(errors('NOT_FOUND', 'VERSION_CONFLICT'))
    .input(z.strictObject({ type: CredentialTypeKey, hosts: z.array(z.string().max(300)).min(1).max(20) }))
    .output(TypeView),
}
