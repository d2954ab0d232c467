import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { AuthorizationId, ConnectionId } from '../domain/identifiers'
import { FieldValues, Timestamp } from './connection'
import { ErrorData, errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** How the provider's answer comes back: to an address of this computer, by a `neurocad://` link, or pasted by the person. */
export const CallbackTransport = z.enum(['loopback', 'deep_link', 'paste'])
export type CallbackTransport = z.infer<typeof CallbackTransport>

const AuthorizationStatus = z.enum(['pending', 'completed', 'failed', 'expired', 'account_mismatch', 'account_exists'])

export const AuthorizationView = z.object({
  authorizationId: AuthorizationId,
  type: CredentialTypeKey,
  status: AuthorizationStatus,
  /** The connection made or brought back; for `account_exists` the one that has this account already. */
  connectionId: ConnectionId.optional(),
  /** For `account_mismatch` and `account_exists`: the account that the provider named. */
  account: z.object({ id: z.string(), label: z.string() }).optional(),
  expiresAt: Timestamp,
  error: z.object({ code: z.string(), message: z.string(), data: ErrorData }).optional(),
})
export type AuthorizationView = z.infer<typeof AuthorizationView>

const Started = z.object({
  authorizationId: AuthorizationId,
  /** The provider's consent page. Holds the state, so it is handed to nobody but the caller. */
  authorizationUrl: z.url(),
  transport: CallbackTransport,
  expiresAt: Timestamp,
})
export type StartedAuthorization = z.infer<typeof Started>

const ById = z.strictObject({ id: AuthorizationId })

const ResolutionChoice = z.enum(['switch', 'keep_as_new', 'reconnect_existing', 'discard'])

export const authorization = {
  add: unlockedProcedure
    .route({ method: 'POST', path: '/connect/types/{type}/authorizations', summary: 'Start adding a connection' })
    .errors(
      errors(
        'NOT_FOUND',
        'TYPE_NOT_USER_MANAGED',
        'PROVIDER_APP_MISSING',
        'CALLBACK_UNREACHABLE',
        'PROVIDER_ERROR',
        'PROVIDER_TIMEOUT',
      ),
    )
    // `fields` only for a type that declares some: the authorization server and the client registered there.
    .input(z.strictObject({ type: CredentialTypeKey, fields: FieldValues.optional() }))
    .output(Started),
  reconnect: unlockedProcedure
    .route({
      method: 'POST',
      path: '/connect/connections/{id}/authorizations',
      summary: 'Start reconnecting in place: the id stays',
    })
    .errors(
      errors(
        'NOT_FOUND',
        'TYPE_NOT_USER_MANAGED',
        'PROVIDER_APP_MISSING',
        'CALLBACK_UNREACHABLE',
        'PROVIDER_ERROR',
        'PROVIDER_TIMEOUT',
      ),
    )
    .input(
      z.strictObject({
        id: ConnectionId,
        fields: FieldValues.optional(),
        /** Fewer than the type asks for: only these are asked for. */
        scopes: z.array(z.string().min(1).max(200)).min(1).max(50).optional(),
      }),
    )
    .output(Started),
  get: unlockedProcedure
    .route({ method: 'GET', path: '/connect/authorizations/{id}', summary: 'How an authorization stands' })
    .errors(errors('AUTHORIZATION_UNKNOWN'))
    .input(ById)
    .output(AuthorizationView),
  resolve: writingProcedure
    .route({
      method: 'POST',
      path: '/connect/authorizations/{id}/resolution',
      summary: 'Decide about an account that differs or exists; discard also cancels a pending one',
    })
    .errors(errors('AUTHORIZATION_UNKNOWN', 'AUTHORIZATION_USED', 'AUTHORIZATION_EXPIRED', 'VERSION_CONFLICT'))
    .input(z.strictObject({ id: AuthorizationId, choice: ResolutionChoice }))
    .output(AuthorizationView),
  paste: writingProcedure
    .route({
      method: 'POST',
      path: '/connect/authorizations/{id}/callback',
      summary: 'Finish with a redirect URL that was pasted by hand',
    })
    .errors(
      errors(
        'AUTHORIZATION_UNKNOWN',
        'AUTHORIZATION_USED',
        'AUTHORIZATION_EXPIRED',
        'AUTHORIZATION_DENIED',
        'PROVIDER_ERROR',
        'PROVIDER_TIMEOUT',
      ),
    )
    .input(z.strictObject({ id: AuthorizationId, url: z.string().min(1).max(8192) }))
    .output(AuthorizationView),
}
