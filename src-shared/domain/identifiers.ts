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

/** A person's Neurocad id. Its shape is the identity provider's business, so only its size and characters are bounded. */
export const Subject = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/, requestWords.subjectIdentifier)
  .brand<'Subject'>()
export type Subject = z.infer<typeof Subject>
