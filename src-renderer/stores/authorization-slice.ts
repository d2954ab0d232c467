import type { Inputs } from '../../src-shared/contract'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { TypeView } from '../../src-shared/contract/directory'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import { type DeclaredValues, publicValues, valuesOfConnection } from '../lib/declared-values'
import type { ScopeChange } from '../lib/scope-change'
import type { Slice } from './connect-store'

/** What the person wants from the provider: a new connection, or this one brought back. */
export type Purpose = { kind: 'add'; type: CredentialTypeKey } | { kind: 'reconnect'; connection: ConnectionView }

export const typeOfPurpose = (purpose: Purpose): CredentialTypeKey =>
  purpose.kind === 'add' ? purpose.type : purpose.connection.type

/** A form that stands before it: what the type declares has to be entered first. */
export interface Entering {
  purpose: Purpose
  /** What the form begins with; never a secret. */
  known: DeclaredValues
}

export interface Waiting extends StartedAuthorization {
  purpose: Purpose
  /** What was entered before, without its secrets, should it have to be entered again. */
  known: DeclaredValues | undefined
}

interface AuthorizationData {
  /** The form that this window shows, if any. */
  entering: Entering | undefined
  /** The one authorization that this window waits for. */
  waiting: Waiting | undefined
  authorizations: Partial<Record<string, AuthorizationView>>
  /** What the last reconnect changed in what was granted, by connection. */
  scopeChanges: Partial<Record<string, ScopeChange>>
}

export const noAuthorizations: AuthorizationData = {
  entering: undefined,
  waiting: undefined,
  authorizations: {},
  scopeChanges: {},
}

type Fields = Record<string, string>

export interface AuthorizationSlice extends AuthorizationData {
  /**
   * Starts and opens the provider's page; where that takes no answer by itself, the person opens it from the dialog. A type
   * that needs something entered first shows its form instead, as it does where `known` says what to begin it with.
   */
  authorize(purpose: Purpose, known?: DeclaredValues): Promise<void>
  /** Reconnects with fewer permissions than the type asks for: exactly these. */
  reconnectWith(connection: ConnectionView, scopes: readonly string[]): Promise<void>
  /** Shows the form of a connection whose authorization server may be changed, which a plain reconnect leaves as it is. */
  changeFields(connection: ConnectionView): Promise<void>
  /** The form that is shown was filled in. Resolves to the connection where that was all it takes. */
  submitFields(fields: Fields): Promise<ConnectionView | undefined>
  stopEntering(): void
  authorizationChanged(view: AuthorizationView): void
  /** Asks how it stands, in case an event was lost. */
  checkWaiting(): Promise<void>
  pasteAnswer(url: string): Promise<void>
  resolveWaiting(choice: Inputs['authorization']['resolve']['choice']): Promise<void>
  stopWaiting(): void
  noteScopeChange(id: ConnectionView['id'], change: ScopeChange | undefined): void
}

export const authorizationSlice: Slice<AuthorizationSlice> = (set, get) => {
  const waitingId = () => get().waiting?.authorizationId

  const typeFor = async (purpose: Purpose): Promise<TypeView> => {
    const key = typeOfPurpose(purpose)
    const known = get().types[key]
    if (known !== undefined) return known
    await get().loadType(key)
    return get().types[key] ?? get().client.directory.type({ type: key })
  }

  const start = async (purpose: Purpose, fields?: Fields, known?: DeclaredValues, scopes?: string[]) => {
    const { client, host, epoch } = get()
    const started =
      purpose.kind === 'add'
        ? await client.authorization.add({ type: purpose.type, fields })
        : await client.authorization.reconnect({ id: purpose.connection.id, fields, ...(scopes && { scopes }) })
    if (get().epoch !== epoch) return
    set({ waiting: { ...started, purpose, known }, entering: undefined })
    host.openPage(started.authorizationUrl)
  }

  const enter = (purpose: Purpose, { fields }: TypeView, known?: DeclaredValues) => {
    const begin = purpose.kind === 'add' ? {} : valuesOfConnection(fields, purpose.connection)
    set({ entering: { purpose, known: { ...begin, ...known } } })
  }

  return {
    ...noAuthorizations,

    async authorize(purpose, known) {
      const { epoch } = get()
      const type = await typeFor(purpose)
      if (get().epoch !== epoch) return
      const asks = type.creation === 'fields' || (purpose.kind === 'add' && type.fields.length > 0)
      if (asks || known !== undefined) enter(purpose, type, known)
      else await start(purpose)
    },

    reconnectWith: (connection, scopes) => start({ kind: 'reconnect', connection }, undefined, undefined, [...scopes]),

    async changeFields(connection) {
      const { epoch } = get()
      const purpose: Purpose = { kind: 'reconnect', connection }
      const type = await typeFor(purpose)
      if (get().epoch === epoch) enter(purpose, type)
    },

    async submitFields(fields) {
      const { entering, client } = get()
      if (entering === undefined) return undefined
      const { purpose } = entering
      const type = await typeFor(purpose)
      if (type.creation !== 'fields') {
        await start(purpose, fields, publicValues(type.fields, fields))
        return undefined
      }
      const made =
        purpose.kind === 'add'
          ? await client.connection.create({ type: purpose.type, fields })
          : await client.connection.replaceFields({ id: purpose.connection.id, fields })
      get().connectionChanged(made)
      return made
    },

    stopEntering: () => set({ entering: undefined }),

    authorizationChanged(view) {
      set((state) => ({ authorizations: { ...state.authorizations, [view.authorizationId]: view } }))
    },

    async checkWaiting() {
      const id = waitingId()
      if (id !== undefined) get().authorizationChanged(await get().client.authorization.get({ id }))
    },

    async pasteAnswer(url) {
      const id = waitingId()
      if (id !== undefined) get().authorizationChanged(await get().client.authorization.paste({ id, url }))
    },

    async resolveWaiting(choice) {
      const id = waitingId()
      if (id === undefined) return
      const view = await get().client.authorization.resolve({ id, choice })
      if (choice === 'discard') get().stopWaiting()
      else get().authorizationChanged(view)
    },

    stopWaiting: () => set({ waiting: undefined }),

    noteScopeChange: (id, change) => set((state) => ({ scopeChanges: { ...state.scopeChanges, [id]: change } })),
  }
}
