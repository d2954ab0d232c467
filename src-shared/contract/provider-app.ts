import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { requestWords } from '../words/en/request'
import { Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** Printable ASCII without spaces, as OAuth client ids and secrets are (RFC 6749, appendix A). */
const ClientCredential = z
  .string()
  .trim()
  .min(1)
  .max(512)
  .regex(/^[\x21-\x7e]+$/, requestWords.printableAscii)

const HttpsPage = z
  .url({ protocol: /^https$/ })
  .max(2048)
  // RFC 6749, section 3.1.2; and whatever stands before an @ would be shown to everyone.
  .regex(/^[^#]*$/, requestWords.noFragment)
  .regex(/^\w+:\/\/[^/?@]*([/?]|$)/, requestWords.noUserName)

/**
 * An app of a person's own at a provider. Which of these a type takes, and which it must have, its description says
 * (`appFields`); any other is refused by name.
 */
const AppFields = z.object({
  clientId: ClientCredential.optional(),
  clientSecret: ClientCredential.optional(),
  /** What the provider signs its events with; without it they are refused. */
  signingSecret: ClientCredential.optional(),
  redirectUri: HttpsPage.optional(),
  /** GitHub: the App's number, its name in addresses, and its private key (PEM). */
  appId: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,15}$/, requestWords.mustBeNumber)
    .optional(),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/i, requestWords.mustBeSlug)
    .optional(),
  privateKey: z
    .string()
    .trim()
    .max(16 * 1024)
    .regex(/^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----END [A-Z ]*PRIVATE KEY-----$/, requestWords.mustBePem)
    .optional(),
  /** Passport and Okta: the authorization server. */
  issuer: z.url().max(2048).optional(),
  /** Passport: where an access token is exchanged for an identity token. */
  identityUrl: z.url().max(2048).optional(),
})

/** The public parts of a person's own app at a provider. Secrets are write-only. */
export const ProviderAppView = z.object({
  type: CredentialTypeKey,
  configured: z.boolean(),
  clientId: z.string().nullable(),
  /** An HTTPS page that hands the answer on, where the provider takes no loopback address. */
  redirectUri: z.url().nullable(),
  /** Whether its signing secret is here, so that the provider's events are taken. */
  signsEvents: z.boolean(),
  /** What else of it is public, by field. */
  settings: z.record(z.string(), z.string()),
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
    .route({ method: 'PUT', path: '/provider-apps/{type}', summary: 'Enter your own app; its secrets cannot be read back' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ type: CredentialTypeKey, ...AppFields.shape }))
    .output(ProviderAppView),
  remove: writingProcedure
    .meta({ access: 'owner', whileLocked: false })
    .route({ method: 'DELETE', path: '/provider-apps/{type}', summary: 'Forget your own app' })
    .errors(errors('NOT_FOUND'))
    .input(ByType)
    .output(ProviderAppView),
  startManifest: writingProcedure
    .meta({ access: 'owner', whileLocked: false })
    .route({
      method: 'POST',
      path: '/provider-apps/{type}/manifests',
      summary: 'Let the provider make an app for you (GitHub): the address of a page that asks for it',
    })
    .errors(errors('NOT_FOUND', 'CALLBACK_UNREACHABLE'))
    .input(ByType)
    .output(
      z.object({
        /** A page of this program that hands the manifest to the provider. Holds the state: for nobody but the caller. */
        url: z.url(),
        expiresAt: Timestamp,
      }),
    ),
}
