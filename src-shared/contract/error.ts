import { z } from 'zod'

/** The way out of an error, as data: what the person or script should do next. */
export const Recovery = z.enum(['reconnect', 'select', 'grant', 'unlock', 'retry', 'edit_input', 'contact_operator', 'none'])
export type Recovery = z.infer<typeof Recovery>

/** One shape for the `data` of every error, so that both transports and every caller read it alike. */
export const ErrorData = z.object({
  recovery: Recovery,
  /** For `INVALID_INPUT`: each field by its dotted path (empty for the whole body), and why. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  connectionId: z.string().optional(),
  authorizationId: z.string().optional(),
  type: z.string().optional(),
  /** The provider's own error code, bounded and without secrets. */
  providerError: z.string().optional(),
  currentVersion: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  /** For `INTERNAL`: what to look for in the log. */
  errorId: z.string().optional(),
})
export type ErrorData = z.infer<typeof ErrorData>

interface ErrorDefinition {
  status: number
  recovery: Recovery
  message: string
}

/** Every error of the product: HTTP status, default recovery, and the sentence a person reads. */
export const errorTable = {
  INVALID_INPUT: { status: 400, recovery: 'edit_input', message: 'Something in the request is not valid.' },
  UNAUTHORIZED: { status: 401, recovery: 'none', message: 'A valid access token is needed.' },
  WRONG_PASSWORD: { status: 401, recovery: 'edit_input', message: 'That is not the password of this vault.' },
  WRONG_RECOVERY_CODE: { status: 401, recovery: 'edit_input', message: 'That is not the recovery code of this vault.' },
  FORBIDDEN: { status: 403, recovery: 'none', message: 'This is not allowed here.' },
  AUTHORIZATION_DENIED: { status: 403, recovery: 'retry', message: 'The provider did not grant the authorization.' },
  NOT_FOUND: { status: 404, recovery: 'select', message: 'There is nothing with this id.' },
  VAULT_ABSENT: { status: 404, recovery: 'unlock', message: 'There is no vault here yet. Create one first.' },
  AUTHORIZATION_UNKNOWN: { status: 404, recovery: 'retry', message: 'This authorization is not known here. Start again.' },
  VAULT_EXISTS: { status: 409, recovery: 'unlock', message: 'There is a vault here already. Unlock it instead.' },
  VERSION_CONFLICT: { status: 409, recovery: 'retry', message: 'It was changed meanwhile. Look at it again, then retry.' },
  CONNECTION_REVOKED: { status: 409, recovery: 'reconnect', message: 'This connection was removed. Reconnect brings it back.' },
  TYPE_NOT_USER_MANAGED: { status: 409, recovery: 'contact_operator', message: 'Your operator provides this type.' },
  CONNECTION_NOT_ACTIVE: { status: 409, recovery: 'reconnect', message: 'This connection is not active. Reconnect it first.' },
  PROVIDER_APP_MISSING: {
    status: 409,
    recovery: 'edit_input',
    message: 'Enter your own app at this provider first.',
  },
  PASSWORD_DUE: { status: 409, recovery: 'unlock', message: 'It is time to unlock with your password again.' },
  DEVICE_UNAVAILABLE: { status: 409, recovery: 'unlock', message: 'The keychain of this computer cannot open the vault.' },
  NOT_AVAILABLE_HERE: { status: 409, recovery: 'none', message: 'Only the desktop application can do this.' },
  AUTHORIZATION_USED: { status: 409, recovery: 'none', message: 'This authorization is already done.' },
  AUTHORIZATION_EXPIRED: { status: 410, recovery: 'retry', message: 'This authorization took too long. Start again.' },
  PAYLOAD_TOO_LARGE: { status: 413, recovery: 'edit_input', message: 'A request may carry at most 1 MiB.' },
  VAULT_LOCKED: { status: 423, recovery: 'unlock', message: 'The vault is locked.' },
  TOO_MANY_ATTEMPTS: { status: 429, recovery: 'retry', message: 'Too many wrong passwords. Wait a moment.' },
  INTERNAL: { status: 500, recovery: 'contact_operator', message: 'Something went wrong here. The log has more under this id.' },
  VAULT_DAMAGED: {
    status: 500,
    recovery: 'contact_operator',
    message: 'The vault cannot be read whole. Its files were left as they are.',
  },
  PROVIDER_ERROR: { status: 502, recovery: 'retry', message: 'The provider answered with an error.' },
  VAULT_READ_ONLY: {
    status: 503,
    recovery: 'unlock',
    message: 'The disk refused a write. Nothing was changed. Free space or check the disk, then lock and unlock the vault.',
  },
  VAULT_UNAVAILABLE: { status: 503, recovery: 'unlock', message: 'The vault is locked. Unlock it, then try again.' },
  PROVIDER_TIMEOUT: { status: 504, recovery: 'retry', message: 'The provider did not answer in time.' },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errorTable

/** The part of the error table a procedure names, in oRPC's form. */
export function errors<const Codes extends readonly ErrorCode[]>(...codes: Codes) {
  const entries = codes.map((code) => {
    const { status, message } = errorTable[code]
    return [code, { status, message, data: ErrorData }] as const
  })
  return Object.fromEntries(entries) as {
    [Code in Codes[number]]: { status: (typeof errorTable)[Code]['status']; message: string; data: typeof ErrorData }
  }
}
