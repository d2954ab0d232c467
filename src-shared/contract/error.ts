import { z } from 'zod'
import { RecipeProblem } from '../domain/recipe/problem'
import { errorWords } from '../words/en/errors'

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
  /** For `WORKFLOW_CREDENTIAL_GRANT`: everything that stops the deployment, in node order. */
  problems: z.array(RecipeProblem).optional(),
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
  INVALID_INPUT: { status: 400, recovery: 'edit_input', message: errorWords.INVALID_INPUT },
  IMPORT_UNREADABLE: { status: 400, recovery: 'edit_input', message: errorWords.IMPORT_UNREADABLE },
  UNAUTHORIZED: { status: 401, recovery: 'none', message: errorWords.UNAUTHORIZED },
  WRONG_PASSWORD: { status: 401, recovery: 'edit_input', message: errorWords.WRONG_PASSWORD },
  WRONG_RECOVERY_CODE: { status: 401, recovery: 'edit_input', message: errorWords.WRONG_RECOVERY_CODE },
  FORBIDDEN: { status: 403, recovery: 'none', message: errorWords.FORBIDDEN },
  HOST_NOT_ALLOWED: { status: 403, recovery: 'edit_input', message: errorWords.HOST_NOT_ALLOWED },
  AUTHORIZATION_DENIED: { status: 403, recovery: 'retry', message: errorWords.AUTHORIZATION_DENIED },
  NOT_FOUND: { status: 404, recovery: 'select', message: errorWords.NOT_FOUND },
  VAULT_ABSENT: { status: 404, recovery: 'unlock', message: errorWords.VAULT_ABSENT },
  AUTHORIZATION_UNKNOWN: { status: 404, recovery: 'retry', message: errorWords.AUTHORIZATION_UNKNOWN },
  VAULT_EXISTS: { status: 409, recovery: 'unlock', message: errorWords.VAULT_EXISTS },
  VERSION_CONFLICT: { status: 409, recovery: 'retry', message: errorWords.VERSION_CONFLICT },
  ROTATION_UNDER_WAY: { status: 409, recovery: 'none', message: errorWords.ROTATION_UNDER_WAY },
  CONNECTION_NOT_REMOVED: { status: 409, recovery: 'none', message: errorWords.CONNECTION_NOT_REMOVED },
  CONNECTION_REVOKED: { status: 409, recovery: 'reconnect', message: errorWords.CONNECTION_REVOKED },
  TYPE_NOT_USER_MANAGED: { status: 409, recovery: 'contact_operator', message: errorWords.TYPE_NOT_USER_MANAGED },
  CONNECTION_NOT_ACTIVE: { status: 409, recovery: 'reconnect', message: errorWords.CONNECTION_NOT_ACTIVE },
  PROVIDER_APP_MISSING: {
    status: 409,
    recovery: 'edit_input',
    message: errorWords.PROVIDER_APP_MISSING,
  },
  PASSWORD_DUE: { status: 409, recovery: 'unlock', message: errorWords.PASSWORD_DUE },
  DEVICE_UNAVAILABLE: { status: 409, recovery: 'unlock', message: errorWords.DEVICE_UNAVAILABLE },
  NOT_AVAILABLE_HERE: { status: 409, recovery: 'none', message: errorWords.NOT_AVAILABLE_HERE },
  AUTHORIZATION_USED: { status: 409, recovery: 'none', message: errorWords.AUTHORIZATION_USED },
  WORKFLOW_CREDENTIAL_GRANT: { status: 409, recovery: 'select', message: errorWords.WORKFLOW_CREDENTIAL_GRANT },
  DEPLOYMENT_WITHDRAWN: { status: 409, recovery: 'none', message: errorWords.DEPLOYMENT_WITHDRAWN },
  RUN_NOT_FAILED: { status: 409, recovery: 'none', message: errorWords.RUN_NOT_FAILED },
  DEMO_ONLY: { status: 409, recovery: 'none', message: errorWords.DEMO_ONLY },
  AUTHORIZATION_EXPIRED: { status: 410, recovery: 'retry', message: errorWords.AUTHORIZATION_EXPIRED },
  PAYLOAD_TOO_LARGE: { status: 413, recovery: 'edit_input', message: errorWords.PAYLOAD_TOO_LARGE },
  VAULT_LOCKED: { status: 423, recovery: 'unlock', message: errorWords.VAULT_LOCKED },
  TOO_MANY_ATTEMPTS: { status: 429, recovery: 'retry', message: errorWords.TOO_MANY_ATTEMPTS },
  INTERNAL: { status: 500, recovery: 'contact_operator', message: errorWords.INTERNAL },
  VAULT_DAMAGED: {
    status: 500,
    recovery: 'contact_operator',
    message: errorWords.VAULT_DAMAGED,
  },
  KDF_OUT_OF_BOUNDS: { status: 500, recovery: 'contact_operator', message: errorWords.KDF_OUT_OF_BOUNDS },
  PROVIDER_ERROR: { status: 502, recovery: 'retry', message: errorWords.PROVIDER_ERROR },
  VAULT_READ_ONLY: {
    status: 503,
    recovery: 'unlock',
    message: errorWords.VAULT_READ_ONLY,
  },
  CALLBACK_UNREACHABLE: {
    status: 503,
    recovery: 'retry',
    message: errorWords.CALLBACK_UNREACHABLE,
  },
  VAULT_UNAVAILABLE: { status: 503, recovery: 'unlock', message: errorWords.VAULT_UNAVAILABLE },
  PROVIDER_TIMEOUT: { status: 504, recovery: 'retry', message: errorWords.PROVIDER_TIMEOUT },
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
