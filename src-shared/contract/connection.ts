import { z } from 'zod'
import { CredentialTypeKey, Visibility } from '../domain/credential-type'
import { ConnectionId } from '../domain/identifiers'
import { ConnectionStatus, StatusReason } from '../domain/status'
import { DisplayName } from './display-name'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** ISO 8601 in UTC, with milliseconds: `2026-11-21T09:30:00.000Z`. */
export const Timestamp = z.iso.datetime()

export const Person = z.object({ subject: z.string(), label: z.string() })

const TestResult = z.enum(['success', 'failure'])

/** The type's non-secret facts. For `slackApi`: the workspace, the app and its bot user. */
export const ConnectionDetails = z.object({
  teamId: z.string().optional(),
  appId: z.string().optional(),
  botUserId: z.string().optional(),
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

const historyKinds = ['added', 'reconnected', 'renamed', 'tested', 'removed', 'provider_event'] as const

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

const ById = z.strictObject({ id: ConnectionId })
const Page = {
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}

export const connection = {
  list: unlockedProcedure
    .route({ method: 'GET', path: '/connect/connections', summary: 'Connections the caller may see, live first, then by name' })
    .input(
      z.strictObject({
        type: CredentialTypeKey.optional(),
        status: ConnectionStatus.optional(),
        /** Words that must occur (by prefix) in name, account, id or type. */
        query: z.string().max(200).optional(),
        ...Page,
      }),
    )
    .output(
      z.object({
        items: z.array(ConnectionView),
        nextCursor: z.string().nullable(),
        /** How many match in all, so that a virtual list knows its height. */
        total: z.int().nonnegative(),
      }),
    ),
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
    .errors(errors('NOT_FOUND', 'CONNECTION_REVOKED'))
    .input(ById)
    .output(z.object({ result: TestResult, error: z.string().max(500).optional(), at: Timestamp })),
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
