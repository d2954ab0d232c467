import type { Inputs } from '../../src-shared/contract'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import type { Slice } from './connect-store'

/** What the person wants from the provider: a new connection, or this one brought back. */
export type Purpose = { kind: 'add'; type: CredentialTypeKey } | { kind: 'reconnect'; connection: ConnectionView }

export interface Waiting extends StartedAuthorization {
  purpose: Purpose
}

interface AuthorizationData {
  /** The one authorization that this window waits for. */
  waiting: Waiting | undefined
  authorizations: Partial<Record<string, AuthorizationView>>
}

export const noAuthorizations: AuthorizationData = { waiting: undefined, authorizations: {} }

export interface AuthorizationSlice extends AuthorizationData {
  /** Starts and opens the provider's page; where that takes no answer by itself, the person opens it from the dialog. */
  authorize(purpose: Purpose): Promise<void>
  authorizationChanged(view: AuthorizationView): void
  /** Asks how it stands, in case an event was lost. */
  checkWaiting(): Promise<void>
  pasteAnswer(url: string): Promise<void>
  resolveWaiting(choice: Inputs['authorization']['resolve']['choice']): Promise<void>
  stopWaiting(): void
}

export const authorizationSlice: Slice<AuthorizationSlice> = (set, get) => {
  const waitingId = () => get().waiting?.authorizationId

  return {
    ...noAuthorizations,

    async authorize(purpose) {
      const { client, host, epoch } = get()
      const started =
        purpose.kind === 'add'
          ? await client.authorization.add({ type: purpose.type })
          : await client.authorization.reconnect({ id: purpose.connection.id })
      if (get().epoch !== epoch) return
      set({ waiting: { ...started, purpose } })
      host.openPage(started.authorizationUrl)
    },

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
  }
}
