import { z } from 'zod'
import { CredentialTypeKey, Visibility } from '../domain/credential-type'
import { ConnectionId } from '../domain/identifiers'
import { ConnectionStatus, StatusReason } from '../domain/status'
import { requestWords } from '../words/en/request'
import { DisplayName } from './display-name'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** ISO 8601 in UTC, with milliseconds: `2026-11-21T09:30:00.000Z`. */
export const Timestamp = z.iso.datetime()

export const Person = z.object({ subject: z.string(), label: z.string() })

const TestResult = z.enum(['success', 'failure'])

/** The type's non-secret facts. */
export const ConnectionDetails = z.object({
  /** `slackApi`: the workspace, the app and its bot user. */
  teamId: z.string().optional(),
  appId: z.string().optional(),
  botUserId: z.string().optional(),
  /** `githubApi`: the installation, which repositories it has, and where a person configures it. */
  installationId: z.int().positive().optional(),
  repositorySelection: z.enum(['all', 'selected']).optional(),
  suspended: z.boolean().optional(),
  configureUrl: z.url().optional(),
  /** `serviceApi`, `neurocadDesktopApi`: base URLs of the operator's services. */
  edaUrl: z.url().optional(),
  mechanicalUrl: z.url().optional(),
  sessionManagerUrl: z.url().optional(),
  /** Types whose endpoints come with the connection: the authorization server, and the client registered there. */
  issuer: z.url().optional(),
  authorizeUrl: z.url().optional(),
  tokenUrl: z.url().optional(),
  revokeUrl: z.url().optional(),
  userinfoUrl: z.url().optional(),
  clientId: z.string().optional(),
  /** `genericApiKey`: where the key goes, and under which header, parameter or user name. */
  placement: z.enum(['header', 'query', 'basic']).optional(),
  parameter: z.string().optional(),
  prefix: z.string().optional(),
  /** Asked with the key when the connection is tested. */
  testUrl: z.url().optional(),
  /** Generic types: the only origins that requests with its secret may go to. */
  origins: z.array(z.string()).optional(),
})
export type ConnectionDetails = z.infer<typeof ConnectionDetails>

/** A connection as everything outside the engine sees it: never a token, a secret, a hash of one, or sealed bytes. */
export const ConnectionView = z.object({
  id: ConnectionId,
  type: CredentialTypeKey,
  name: z.string(),
  visibility: Visibility,
  managed: z.boolean(),
  status: ConnectionStatus,
  statusReason: StatusReason,
  statusMessage: z.string(),
  statusAt: Timestamp,
  account: z.object({ id: z.string(), label: z.string() }),
  details: ConnectionDetails,
  owner: Person,
  scopes: z.array(z.string()),
  addedAt: Timestamp,
  expiresAt: Timestamp.nullable(),
  lastUsedAt: Timestamp.nullable(),
  lastRefreshAt: Timestamp.nullable(),
  lastTestAt: Timestamp.nullable(),
  lastTestResult: TestResult.nullable(),
  lastTestError: z.string().max(500).nullable(),
  refreshFailureCount: z.int().nonnegative(),
  distressed: z.boolean(),
  version: z.int().positive(),
})
export type ConnectionView = z.infer<typeof ConnectionView>

export const ConnectionPage = z.object({
  items: z.array(ConnectionView),
  nextCursor: z.string().nullable(),
  /** How many match in all, so that a virtual list knows its height. */
  total: z.int().nonnegative(),
})

const historyKinds = [
  'added',
  'reconnected',
  'renamed',
  'tested',
  'refreshed',
  'refresh_failed',
  'reprovisioned',
  'secret_lost',
  'removed',
  'provider_event',
] as const

/** One line of a connection's history, newest first in a page. */
export const HistoryEntry = z.object({
  /** The event's sequence number in the journal. */
  sequence: z.int().positive(),
  at: Timestamp,
  kind: z.enum(historyKinds),
  /** Who did it; null where the provider or the engine did. */
  actor: Person.nullable(),
  message: z.string(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What a person entered, by the names that the type declares. Checked against them by the use case, each by its name. */
export const FieldValues = z
  .record(z.string().max(64), z.string().max(16 * 1024))
  .refine((fields) => Object.keys(fields).length <= 64, requestWords.atMost64Keys)

/** One line of the checklist of a diagnosis, with at most one thing to do. */
export const DiagnosisLine = z.object({
  check: z.enum(['status', 'secret', 'provider', 'scopes', 'channel', 'repository', 'app', 'owner']),
  /** `unknown`: it could not be found out, and the message says why. */
  result: z.enum(['ok', 'problem', 'unknown']),
  message: z.string(),
  action: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('reconnect'), label: z.string() }),
      z.object({ kind: z.literal('add'), label: z.string() }),
      z.object({ kind: z.literal('test'), label: z.string() }),
      z.object({ kind: z.literal('provider_app'), label: z.string() }),
      z.object({ kind: z.literal('open'), label: z.string(), url: z.url() }),
      z.object({ kind: z.literal('copy'), label: z.string(), text: z.string() }),
    ])
    .optional(),
})
export type DiagnosisLine = z.infer<typeof DiagnosisLine>

const ById = z.strictObject({ id: ConnectionId })
const Page = {
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}

const purgingProcedure = writingProcedure.meta({ access: 'owner', whileLocked: false })
const Purged = z.object({ purged: z.int() })

export const connection = {
  list: unlockedProcedure
    .route({ method: 'GET', path: '/connect/connections', summary: 'Connections the caller may see, live first, then by name' })
    .input(
      z.strictObject({
        type: CredentialTypeKey.optional(),
        status: ConnectionStatus.optional(),
        /** Only what stands in "Needs attention": needs_reauth, uninstalled or error. */
        needs: z.literal('attention').optional(),
        visibility: Visibility.optional(),
        /** Words that must occur (by prefix) in name, account, id or type. */
        query: z.string().max(200).optional(),
        ...Page,
      }),
    )
    .output(ConnectionPage),
  create: writingProcedure
    .route({
      method: 'POST',
      path: '/connect/types/{type}/connections',
      summary: 'Add a connection of a type without OAuth, from the fields that the type declares',
    })
    .errors(errors('NOT_FOUND', 'TYPE_NOT_USER_MANAGED'))
    .input(z.strictObject({ type: CredentialTypeKey, name: DisplayName.max(120).optional(), fields: FieldValues }))
    .output(ConnectionView),
  replaceFields: writingProcedure
    .route({
      method: 'PUT',
      path: '/connect/connections/{id}/fields',
      summary: 'Reconnect a connection of a type without OAuth: new fields under the same id',
    })
    .errors(errors('NOT_FOUND', 'TYPE_NOT_USER_MANAGED'))
    .input(z.strictObject({ id: ConnectionId, fields: FieldValues }))
    .output(ConnectionView),
  get: unlockedProcedure
    .route({ method: 'GET', path: '/connect/connections/{id}', summary: 'One connection' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(ConnectionView),
  rename: writingProcedure
    .route({
      method: 'PATCH',
      path: '/connect/connections/{id}',
      summary: 'Rename; give the version (or If-Match) to refuse a lost update',
    })
    .errors(errors('NOT_FOUND', 'VERSION_CONFLICT', 'CONNECTION_REVOKED', 'TYPE_NOT_USER_MANAGED'))
    .input(z.strictObject({ id: ConnectionId, name: DisplayName.max(120), version: z.int().positive().optional() }))
    .output(ConnectionView),
  history: unlockedProcedure
    .route({ method: 'GET', path: '/connect/connections/{id}/history', summary: 'Every event of a connection, newest first' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ id: ConnectionId, ...Page }))
    .output(z.object({ items: z.array(HistoryEntry), nextCursor: z.string().nullable() })),
  test: writingProcedure
    .route({ method: 'POST', path: '/connect/connections/{id}/test', summary: 'Ask the provider who this is' })
    .errors(errors('NOT_FOUND', 'CONNECTION_REVOKED', 'TYPE_NOT_USER_MANAGED'))
    .input(ById)
    .output(z.object({ result: TestResult, error: z.string().max(500).optional(), at: Timestamp })),
  diagnose: writingProcedure
    .route({
      method: 'POST',
      path: '/connect/connections/{id}/diagnosis',
      summary: 'Walk the checklist for a connection; name a channel or repository to check it too',
    })
    .errors(errors('NOT_FOUND', 'TYPE_NOT_USER_MANAGED'))
    .input(
      z.strictObject({
        id: ConnectionId,
        /** Slack: a channel's name or id. */
        channel: z.string().trim().min(1).max(100).optional(),
        /** GitHub: `owner/name`. */
        repository: z
          .string()
          .trim()
          .max(200)
          .regex(/^[\w.-]+\/[\w.-]+$/, requestWords.mustBeOwnerName)
          .optional(),
      }),
    )
    .output(z.object({ at: Timestamp, lines: z.array(DiagnosisLine) })),
  purge: purgingProcedure
    .route({
      method: 'POST',
      path: '/connect/connections/{id}/purge',
      summary: 'Take a removed connection out of every list for good; its events stay in the audit',
    })
    .errors(errors('NOT_FOUND', 'CONNECTION_NOT_REMOVED'))
    .input(ById)
    .output(Purged),
  purgeRemoved: purgingProcedure
    .route({
      method: 'POST',
      path: '/connect/purge',
      summary: 'Take every removed connection out of every list for good: all of them, or none',
    })
    .output(Purged),
  remove: writingProcedure
    .route({
      method: 'DELETE',
      path: '/connect/connections/{id}',
      summary: 'Revoke at the provider and here; the id and history stay, the secret is erased',
    })
    .errors(errors('NOT_FOUND', 'TYPE_NOT_USER_MANAGED'))
    .input(ById)
    .output(
      ConnectionView.extend({
        /** Set when the provider could not be told: what the person should do there. */
        providerNotice: z.string().optional(),
      }),
    ),
}
