import type { ConnectionView } from '../../src-shared/contract/connection'
import type { TypeView } from '../../src-shared/contract/directory'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { ProviderAppView } from '../../src-shared/contract/provider-app'
import type { ConnectionId } from '../../src-shared/domain/identifiers'
import { type ConnectionStatus, isLive } from '../../src-shared/domain/status'
import { connectionView, slackType } from './client-data'
import { fail } from './client-failure'
import { sceneConnections } from './client-scenes'
import { fakeTypes } from './client-types'

interface WorldOptions {
  /** Slack connections. */
  connections: number
  /** Whether a Slack app has been entered. */
  configured?: boolean
  /** Every type with a connection of each kind, instead of Slack alone. */
  everyType?: boolean
}

/** What the fake engine knows, and the one way to change it. */
export interface FakeWorld {
  readonly connections: ReadonlyMap<string, ConnectionView>
  readonly types: ReadonlyMap<string, TypeView>
  /** Live, dormant, removed; then by name. */
  ordered(): readonly ConnectionView[]
  find(id: string): ConnectionView
  typeOf(key: string): TypeView
  app(key: string): ProviderAppView
  put(view: ConnectionView): ConnectionView
  purge(ids: readonly ConnectionId[]): { purged: number }
  change(view: ConnectionView, with_: Partial<ConnectionView>): ConnectionView
  setApp(app: ProviderAppView): ProviderAppView
  setType(view: TypeView): TypeView
}

export function createFakeWorld(options: WorldOptions, now: number, emit: (event: ChangeEvent) => void): FakeWorld {
  const views = Array.from({ length: options.connections }, (_, n) => connectionView(n, now))
  if (options.everyType) views.push(...sceneConnections(now))
  const connections = new Map(views.map((view) => [view.id as string, view]))
  const slack = { ...slackType, providerAppConfigured: options.configured ?? true }
  const all = options.everyType ? fakeTypes : [slackType]
  const types = new Map(all.map((view) => [view.type as string, view.type === 'slackApi' ? slack : view]))
  const apps = new Map<string, ProviderAppView>()

  // Ten thousand are not sorted for every page of them: what is measured is the page, not this.
  let order: ConnectionView[] | undefined
  const put = (view: ConnectionView) => {
    connections.set(view.id, view)
    order = undefined
    emit({ kind: 'connection', connection: view })
    return view
  }
  const purge = (ids: readonly ConnectionId[]) => {
    for (const id of ids) connections.delete(id)
    order = undefined
    emit({ kind: 'connections_purged', connectionIds: [...ids] })
    return { purged: ids.length }
  }
  const setType = (view: TypeView) => {
    types.set(view.type, view)
    emit({ kind: 'type', type: view.type })
    return view
  }
  const typeOf = (key: string) => types.get(key) ?? fail('NOT_FOUND')
  return {
    connections,
    types,
    ordered() {
      order ??= inOrder(connections.values())
      return order
    },
    find: (id) => connections.get(id) ?? fail('NOT_FOUND'),
    typeOf,
    app: (key) => apps.get(key) ?? firstApp(typeOf(key)),
    put,
    purge,
    change: (view, with_) => put({ ...view, ...with_, version: view.version + 1 }),
    setApp(app) {
      apps.set(app.type, app)
      types.set(app.type, { ...typeOf(app.type), providerAppConfigured: app.configured })
      emit({ kind: 'provider_app', providerApp: app })
      return app
    },
    setType,
  }
}

const rank = (status: ConnectionStatus) => (isLive(status) ? 0 : status === 'revoked' ? 2 : 1)

const inOrder = (views: Iterable<ConnectionView>) =>
  [...views].sort((a, b) => rank(a.status) - rank(b.status) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))

function firstApp({ type, appFields, providerAppConfigured }: TypeView): ProviderAppView {
  const configured = appFields.length > 0 && providerAppConfigured
  return {
    type,
    configured,
    clientId: configured ? '1234.5678' : null,
    redirectUri: null,
    signsEvents: false,
    settings: configured && type === 'githubApi' ? { appId: '123456', slug: 'acme-neurocad' } : {},
    updatedAt: null,
  }
}
