import type { Change, Engine, UnlockWith, UseCases } from '../../src-main/engine/engine'
import { EngineError } from '../../src-main/engine/error'
import type { AuthorizationView } from '../../src-shared/contract/authorization'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { Settings } from '../../src-shared/contract/settings'
import type { DrillReport, VaultHealth, VaultState } from '../../src-shared/contract/vault'
import type { Actor } from '../../src-shared/domain/actor'
import { defaultSettings } from '../../src-shared/domain/default-settings'
import { AuthorizationId, ConnectionId, Subject } from '../../src-shared/domain/identifiers'
import { canSee } from '../../src-shared/domain/visibility'

export const owner: Actor = { subject: Subject.parse('ada'), label: 'Ada', org: 'acme', owner: true }
export const teammate: Actor = { subject: Subject.parse('grace'), label: 'Grace', org: 'acme', owner: false }

const at = '2026-11-21T09:30:00.000Z'
const ulid = (end: string) => `01J9Z3K4M5N6P7Q8R9S0T1V2${end}`
export const orgConnectionId = ConnectionId.parse(`cred_${ulid('W3')}`)
export const privateConnectionId = ConnectionId.parse(`cred_${ulid('W4')}`)
const authorizationId = AuthorizationId.parse(`auth_${ulid('W5')}`)

export const connectionView = (change: Partial<ConnectionView> = {}): ConnectionView => ({
  id: orgConnectionId,
  type: 'slackApi',
  name: 'Acme workspace',
  visibility: 'org',
  managed: false,
  status: 'active',
  statusReason: 'authorized',
  statusMessage: 'Authorized and ready to use.',
  statusAt: at,
  account: { id: 'T1', label: 'Acme' },
  details: { teamId: 'T1' },
  owner: { subject: owner.subject, label: owner.label },
  scopes: ['chat:write'],
  addedAt: at,
  expiresAt: null,
  lastUsedAt: null,
  lastRefreshAt: null,
  lastTestAt: null,
  lastTestResult: null,
  lastTestError: null,
  refreshFailureCount: 0,
  distressed: false,
  version: 3,
  ...change,
})

export const authorizationView = (change: Partial<AuthorizationView> = {}): AuthorizationView => ({
  authorizationId,
  type: 'slackApi',
  status: 'completed',
  connectionId: orgConnectionId,
  expiresAt: at,
  ...change,
})

const drill: DrillReport = {
  ...{ at, result: 'success', files: 3, bytes: 1_100_000, events: 12, connections: 2, secretsOpened: 2, secrets: 2 },
  ...{ milliseconds: 900, problems: [] },
}

const health: Omit<VaultHealth, 'slots'> = {
  createdAt: at,
  demo: false,
  formats: { header: 1, journal: 1, snapshot: 1 },
  keychain: { state: 'unavailable', backend: null, reason: 'There is no keychain here.' },
  ...{
    connections: 2,
    events: 12,
    journalBytes: 4096,
    lastCompactionAt: null,
    kekVersion: 1,
    rewrapping: false,
    damagedFiles: [],
    lastDrill: null,
  },
  ...{ damage: null, rollback: null, anchor: { state: 'none', at: null, reason: 'Nothing is kept here.' } },
}

/** An engine in memory with one org connection and one private one of the owner's. Each use case can be replaced in a test. */
export class FakeEngine implements Engine {
  readonly connections = new Map<string, ConnectionView>()
  readonly listeners = new Set<Parameters<Engine['subscribe']>[0]>()
  useCases: UseCases
  closed = false
  settings: Settings = defaultSettings({ kind: 'desktop', demo: false })
  /** How often a password was tried. */
  tries = 0

  constructor(
    private vault: VaultState = 'unlocked',
    private password = 'correct horse',
  ) {
    const views = [connectionView(), connectionView({ id: privateConnectionId, name: 'Mine', visibility: 'private' })]
    for (const view of views) this.connections.set(view.id, view)
    this.useCases = fakeUseCases(this)
  }

  state = (): VaultState => this.vault

  async create(password: string): Promise<void> {
    if (this.vault !== 'absent') throw new EngineError('VAULT_EXISTS')
    this.password = password
    this.vault = 'unlocked'
  }

  async standBy() {}

  async waysIn() {
    return { recovery: false, device: 'none' as const }
  }

  /** Throws where it is not the password. */
  tryPassword(password: string): void {
    this.tries += 1
    if (password !== this.password) throw new EngineError('WRONG_PASSWORD')
  }

  async unlock(how: UnlockWith): Promise<void> {
    this.tries += 1
    if (this.vault === 'absent') throw new EngineError('VAULT_ABSENT')
    // A real vault takes a while here, which is what lets parallel attempts overlap.
    await new Promise((resolve) => setImmediate(resolve))
    if (!('password' in how) || how.password !== this.password) throw new EngineError('WRONG_PASSWORD')
    this.vault = 'unlocked'
  }

  async lock(): Promise<void> {
    if (this.vault === 'unlocked') this.vault = 'locked'
    const listeners = [...this.listeners]
    this.listeners.clear()
    for (const listener of listeners) listener.locked()
  }

  subscribe(listener: Parameters<Engine['subscribe']>[0]): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(change: Change): void {
    for (const listener of this.listeners) listener.change(change)
  }

  async close(): Promise<void> {
    await this.lock()
    this.closed = true
  }

  visible(actor: Actor, id: string): ConnectionView {
    const view = this.connections.get(id)
    if (!view || !canSee(actor, view)) throw new EngineError('NOT_FOUND', { connectionId: id })
    return view
  }
}

function fakeUseCases(engine: FakeEngine): UseCases {
  const started = {
    authorizationId,
    authorizationUrl: 'https://slack.test/consent',
    transport: 'loopback' as const,
    expiresAt: at,
  }
  const app = {
    type: 'slackApi' as const,
    configured: false,
    clientId: null,
    redirectUri: null,
    signsEvents: false,
    settings: {},
    updatedAt: null,
  }
  const card = { type: 'slackApi' as const, name: 'Slack', description: 'Slack', visibility: 'org' as const, managed: false }
  const described = {
    ...card,
    category: 'Chat',
    creation: 'authorization' as const,
    inDirectory: true,
    fields: [],
    appFields: [],
    operator: null,
    usedBy: [],
    scopes: [],
    help: [],
    helpLinks: [],
    providerAppConfigured: true,
  }
  const nothingLike = async (): Promise<never> => {
    throw new EngineError('NOT_FOUND')
  }
  const slots = [{ kind: 'password' as const, createdAt: at, protection: 'Argon2id, 64 MiB, 3 passes' }]
  return {
    recipe: {
      import: nothingLike,
      list: async () => ({ items: [], nextCursor: null, total: 0 }),
      get: nothingLike,
      replace: nothingLike,
      remove: nothingLike,
      credentialOptions: nothingLike,
      choose: nothingLike,
      preflight: nothingLike,
      makeWebhook: nothingLike,
      usage: async () => ({ recipes: [], scopes: { granted: [], needed: [], unused: [], missing: [] } }),
      rebind: nothingLike,
    },
    grant: { list: async () => ({ items: [] }), revoke: nothingLike },
    deployment: {
      deploy: nothingLike,
      list: async () => ({ items: [] }),
      get: nothingLike,
      withdraw: nothingLike,
      run: nothingLike,
    },
    run: { list: async () => ({ items: [], nextCursor: null }), get: nothingLike, retry: nothingLike, cancel: nothingLike },
    audit: {
      list: async () => ({ items: [], nextCursor: null }),
      part: async () => ({ text: '', nextCursor: null, passed: 0, total: 0 }),
      verify: async () => ({
        ...{ result: 'whole' as const, checked: 0, total: 0, first: null, last: null, chain: '' },
        ...{ gaps: [], damaged: [], broken: [], nextCursor: null },
      }),
    },
    transfer: {
      export: async (_, { password }) => {
        engine.tryPassword(password)
        return { path: '/downloads/export', bytes: 1, connections: 1, apps: 0, unreadable: 0 }
      },
      preview: async () => ({ exportedAt: at, counts: { new: 0, exists: 0, refused: 0 }, items: [] }),
      commit: async () => ({ connections: 0, apps: 0, skipped: 0, refused: 0 }),
    },
    import: {
      upload: nothingLike,
      get: nothingLike,
      open: nothingLike,
      choose: nothingLike,
      entries: nothingLike,
      change: nothingLike,
      commit: nothingLike,
      undo: nothingLike,
      discard: async () => ({ discarded: false }),
    },
    inbox: {
      list: async () => ({ items: [], nextCursor: null, total: 0 }),
      receiver: async () => ({ state: 'off', connectionId: null, account: null, retryAt: null, reason: null }),
      get: nothingLike,
      remove: nothingLike,
    },
    hook: { receive: nothingLike },
    staging: { takeBinding: async () => undefined, leave: async () => undefined, comeBack: async () => undefined },
    keySlot: {
      list: async () => slots,
      changePassword: async (_, { current }) => {
        if (!('password' in current)) throw new EngineError('WRONG_RECOVERY_CODE')
        engine.tryPassword(current.password)
        return slots
      },
      startRecovery: async (_, { password }) => {
        engine.tryPassword(password)
        return { code: '0000-0000-0000-0000-0000-0000-0000' }
      },
      confirmRecovery: async () => {
        engine.tries += 1
        throw new EngineError('WRONG_RECOVERY_CODE')
      },
      removeRecovery: async (_, { password }) => {
        engine.tryPassword(password)
        return slots
      },
      enableDevice: async (_, { password }) => {
        engine.tryPassword(password)
        return slots
      },
      disableDevice: async () => slots,
    },
    settings: {
      get: async () => engine.settings,
      update: async ({ actor }, wanted) => {
        engine.settings = { ...engine.settings, ...wanted }
        engine.emit({ event: { kind: 'settings', settings: engine.settings }, audience: { subject: actor.subject } })
        return engine.settings
      },
    },
    upkeep: {
      health: async () => ({ ...health, slots }),
      acknowledgeDamage: async () => ({ ...health, slots }),
      acceptCopy: async () => ({ ...health, slots }),
      rotate: async (_, { password }) => {
        engine.tryPassword(password)
        return { ...health, slots, kekVersion: health.kekVersion + 1, rewrapping: true }
      },
      drill: async (_, { password }) => {
        engine.tryPassword(password)
        return drill
      },
    },
    directory: {
      list: async () => [{ ...card, pill: { kind: 'connections', count: 1 }, attention: false }],
      type: async () => described,
      confirm: async () => described,
    },
    connection: {
      list: async ({ actor }) => {
        const items = [...engine.connections.values()].filter((view) => canSee(actor, view))
        return { items, nextCursor: null, total: items.length }
      },
      texts: async (context, input) => {
        const { items, ...rest } = await engine.useCases.connection.list(context, input)
        return { items: items.map((item) => JSON.stringify(item)), ...rest, moment: undefined }
      },
      text: async (context, input) => {
        const text = JSON.stringify(await engine.useCases.connection.get(context, input))
        return { text, moment: undefined }
      },
      create: async (_, { type }) => {
        throw new EngineError('TYPE_NOT_USER_MANAGED', { type })
      },
      replaceFields: async ({ actor }, { id }) => engine.visible(actor, id),
      diagnose: async ({ actor }, { id }) => {
        engine.visible(actor, id)
        return { at, lines: [] }
      },
      get: async ({ actor }, { id }) => engine.visible(actor, id),
      rename: async ({ actor }, { id, name, version }) => {
        const view = engine.visible(actor, id)
        if (version !== undefined && version !== view.version) {
          throw new EngineError('VERSION_CONFLICT', { connectionId: id, currentVersion: view.version })
        }
        const renamed = { ...view, name, version: view.version + 1 }
        engine.connections.set(id, renamed)
        engine.emit({ event: { kind: 'connection', connection: renamed }, audience: 'org' })
        return renamed
      },
      history: async ({ actor }, { id }) => {
        engine.visible(actor, id)
        return { items: [], nextCursor: null }
      },
      test: async ({ actor }, { id }) => {
        engine.visible(actor, id)
        return { result: 'success', at }
      },
      purge: async ({ actor }, { id }) => {
        engine.visible(actor, id)
        return { purged: 1 }
      },
      purgeRemoved: async () => ({ purged: 0 }),
      remove: async ({ actor }, { id }) => ({ ...engine.visible(actor, id), status: 'revoked' }),
    },
    authorization: {
      add: async () => started,
      reconnect: async () => started,
      get: async () => authorizationView({ status: 'pending' }),
      resolve: async () => authorizationView(),
      paste: async () => authorizationView(),
    },
    providerApp: {
      get: async () => app,
      set: async () => app,
      remove: async () => app,
      startManifest: async () => ({ url: 'http://127.0.0.1/', expiresAt: at }),
    },
    ingress: { receive: async () => ({}) },
    operator: { provision: async () => undefined },
    callback: { complete: async () => authorizationView(), transports: async () => [] },
    manifest: { form: async () => ({ action: 'https://provider.test/', fields: {} }), complete: async () => app },
  }
}
