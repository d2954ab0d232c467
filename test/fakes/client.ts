import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client'
import type { Inputs } from '../../src-shared/contract'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { VaultState } from '../../src-shared/contract/vault'
import { pillFor, type StatusCounts } from '../../src-shared/domain/pill'
import { isLive } from '../../src-shared/domain/status'
import { connectionView, historyOf, slackType } from './client-data'
import { createFakeStream } from './client-stream'

export interface FakeOptions {
  connections: number
  vault?: VaultState
  /** Whether a Slack app has been entered. */
  configured?: boolean
  /** How long an answer takes, in milliseconds. */
  latency?: number
}

/** An engine in memory behind the link that the page calls: enough of the contract to look at every page. */
export function createFakeLink(options: FakeOptions): ClientLink<ClientContext> & { emit(event: ChangeEvent): void } {
  const now = Date.now()
  const stream = createFakeStream()
  const connections = new Map<string, ConnectionView>()
  for (let n = 0; n < options.connections; n++) {
    const view = connectionView(n, now)
    connections.set(view.id, view)
  }
  let vault: VaultState = options.vault ?? 'unlocked'
  let configured = options.configured ?? true

  const become = (state: VaultState) => {
    vault = state
    return { vault }
  }
  const find = (id: string) => connections.get(id) ?? fail('NOT_FOUND')
  const change = (view: ConnectionView, with_: Partial<ConnectionView>) => {
    const after = { ...view, ...with_, version: view.version + 1 }
    connections.set(after.id, after)
    stream.emit({ kind: 'connection', connection: after })
    return after
  }
  const sorted = () =>
    [...connections.values()].sort(
      (a, b) => Number(isLive(b.status)) - Number(isLive(a.status)) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
    )
  const authorization = () => ({
    authorizationId: 'auth_01J9Z3K4M5N6P7Q8R9S0T1V2W3',
    authorizationUrl: 'https://slack.com/oauth/v2/authorize?client_id=1',
    transport: 'loopback',
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
  })
  const app = () => ({
    type: 'slackApi',
    configured,
    clientId: configured ? '1234.5678' : null,
    redirectUri: null,
    updatedAt: null,
  })

  const answers: Record<string, (input: never) => unknown> = {
    'session.current': () => ({ actor: { subject: 'owner', label: 'Owner' }, actors: [] }),
    'health.get': () => ({ status: 'ok', version: '0.1.0', vault }),
    'vault.status': () => ({ vault }),
    'vault.create': () => become('unlocked'),
    'vault.unlock': ({ password }: Inputs['vault']['unlock']) => {
      if (password.includes('wrong')) return fail('WRONG_PASSWORD')
      if (password.includes('many')) return fail('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 42 })
      return become('unlocked')
    },
    'vault.lock': () => become('locked'),
    'event.stream': () => stream.open(),
    'directory.list': () => {
      const counts: StatusCounts = {}
      for (const { status } of connections.values()) counts[status] = (counts[status] ?? 0) + 1
      const { pill, attention } = pillFor(false, counts)
      return [{ ...slackType, pill, attention }]
    },
    'directory.type': ({ type }: Inputs['directory']['type']) =>
      type === 'slackApi' ? { ...slackType, providerAppConfigured: configured } : fail('INVALID_INPUT'),
    'connection.list': ({ query = '', limit = 50, cursor = '0', status: wanted }: Inputs['connection']['list']) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      const all = sorted().filter(
        ({ name, account, id, status }) =>
          (wanted === undefined || wanted === status) &&
          words.every((word) => [...name.split(' '), account.label, id].some((own) => own.toLowerCase().startsWith(word))),
      )
      const end = Number(cursor) + Number(limit)
      return { items: all.slice(Number(cursor), end), nextCursor: end < all.length ? String(end) : null, total: all.length }
    },
    'connection.get': ({ id }: { id: string }) => find(id),
    'connection.rename': ({ id, name, version }: Inputs['connection']['rename']) =>
      version !== undefined && version !== find(id).version ? fail('VERSION_CONFLICT') : change(find(id), { name }),
    'connection.history': ({ id }: { id: string }) => ({ items: historyOf(find(id)), nextCursor: null }),
    'connection.test': ({ id }: { id: string }) => {
      const at = new Date().toISOString()
      change(find(id), { lastTestAt: at, lastTestResult: 'success' })
      return { result: 'success', at }
    },
    'connection.remove': ({ id }: { id: string }) => change(find(id), { status: 'revoked', statusReason: 'removed_by_user' }),
    'authorization.add': authorization,
    'authorization.reconnect': authorization,
    'authorization.get': () => ({ ...authorization(), type: 'slackApi', status: 'pending' }),
    'authorization.resolve': () => ({ ...authorization(), type: 'slackApi', status: 'failed' }),
    'authorization.paste': () => fail('AUTHORIZATION_UNKNOWN'),
    'providerApp.get': app,
    'providerApp.set': () => {
      configured = true
      return app()
    },
    'providerApp.remove': () => {
      configured = false
      return app()
    },
    'client.list': () => [],
  }

  return {
    emit: stream.emit,
    async call(path, input, { signal }) {
      await new Promise((resolve) => setTimeout(resolve, options.latency ?? 0))
      signal?.throwIfAborted()
      const answer = answers[path.join('.')]
      if (answer === undefined) throw new Error(`The fake client has no ${path.join('.')}.`)
      return answer((input ?? {}) as never)
    },
  }
}

function fail(code: ErrorCode, data: object = {}): never {
  const { status, message, recovery } = errorTable[code]
  throw new ORPCError(code, { defined: true, status, message, data: { recovery, ...data } })
}
