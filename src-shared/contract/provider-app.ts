import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** Printable ASCII without spaces, as OAuth client ids and secrets are (RFC 6749, appendix A). */
const ClientCredential = z
  .string()
  .trim()
  .min(1)
  .max(512)
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces')

/** The public parts of a person's own app at a provider. The secret is write-only. */
export const ProviderAppView = z.object({
  type: CredentialTypeKey,
  configured: z.boolean(),
  clientId: z.string().nullable(),
  /** An HTTPS page that hands the answer on, where the provider takes no loopback address. */
  redirectUri: z.url().nullable(),
  /** Whether its signing secret is here, so that the provider's events are taken. */
  signsEvents: z.boolean(),
  updatedAt: Timestamp.nullable(),
})
export type ProviderAppView = z.infer<typeof ProviderAppView>

const ByType = z.strictObject({ type: CredentialTypeKey })

export const providerApp = {
  get: unlockedProcedure
    .route({ method: 'GET', path: '/provider-apps/{type}', summary: 'The public parts of your own app at a provider' })
    .errors(errors('NOT_FOUND'))
    .input(ByType)
    .output(ProviderAppView),
  set: writingProcedure
    .meta({ access: 'owner', whileLocked: false })
    .route({ method: 'PUT', path: '/provider-apps/{type}', summary: 'Enter your own app; the secret cannot be read back' })
    .errors(errors('NOT_FOUND'))
    .input(
      z.strictObject({
        type: CredentialTypeKey,
        clientId: ClientCredential,
        clientSecret: ClientCredential,
        /** What the provider signs its events with; without it they are refused. */
        signingSecret: ClientCredential.optional(),
        redirectUri: z
          .url({ protocol: /^https$/ })
          .max(2048)
          // RFC 6749, section 3.1.2; and whatever stands before an @ would be shown to everyone.
          .regex(/^[^#]*$/, 'must have no fragment')
          .regex(/^\w+:\/\/[^/?@]*([/?]|$)/, 'must have no user name')
          .optional(),
      }),
    )
    .output(ProviderAppView),
  remove: writingProcedure
    .meta({ access: 'owner', whileLocked: false })
    .route({ method: 'DELETE', path: '/provider-apps/{type}', summary: 'Forget your own app' })
    .errors(errors('NOT_FOUND'))
    .input(ByType)
    .output(ProviderAppView),
}
