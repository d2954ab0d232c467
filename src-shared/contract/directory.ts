import { z } from 'zod'
import { CredentialTypeKey, TypeDescription, Visibility } from '../domain/credential-type'
import { Pill } from '../domain/pill'
import { errors } from './error'
import { unlockedProcedure } from './procedure'

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
}
