import { z } from 'zod'
import { requestWords } from '../words/en/request'

/** Crockford base32 ULID: 26 characters, time ordered. */
const ULID = '[0-9A-HJKMNP-TV-Z]{26}'

const branded = <Prefix extends string>(prefix: Prefix) =>
  z.string().regex(new RegExp(`^${prefix}_${ULID}$`), requestWords.identifier(prefix))

/** A connection (the seeds say "credential"), for example `cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3`. */
export const ConnectionId = branded('cred').brand<'ConnectionId'>()
export type ConnectionId = z.infer<typeof ConnectionId>

/** One attempt to authorize at a provider. */
export const AuthorizationId = branded('auth').brand<'AuthorizationId'>()
export type AuthorizationId = z.infer<typeof AuthorizationId>

/** One API token of the loopback HTTP API. */
export const ClientId = branded('client').brand<'ClientId'>()
export type ClientId = z.infer<typeof ClientId>

/** A recipe of the organisation. */
export const RecipeId = branded('recipe').brand<'RecipeId'>()
export type RecipeId = z.infer<typeof RecipeId>

/** An owner's written permission for one recipe node to use one private connection. */
export const GrantId = branded('grant').brand<'GrantId'>()
export type GrantId = z.infer<typeof GrantId>

/** A snapshot of a recipe that was put to work. */
export const DeploymentId = branded('deploy').brand<'DeploymentId'>()
export type DeploymentId = z.infer<typeof DeploymentId>

/** One time that a deployment was run. */
export const RunId = branded('run').brand<'RunId'>()
export type RunId = z.infer<typeof RunId>

/** Where a Webhook trigger takes its deliveries. */
export const HookId = branded('hook').brand<'HookId'>()
export type HookId = z.infer<typeof HookId>

/** A file that a recipe sent to this computer. */
export const DeliveryId = branded('delivery').brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>

/** A file that is being imported. */
export const ImportId = branded('import').brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** A person's Neurocad id. Its shape is the identity provider's business, so only its size and characters are bounded. */
export const Subject = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/, requestWords.subjectIdentifier)
  .brand<'Subject'>()
export type Subject = z.infer<typeof Subject>
