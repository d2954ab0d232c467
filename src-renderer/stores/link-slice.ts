import type { ChangeEvent } from '../../src-shared/contract/event'
import { followEvents } from '../lib/events'
import type { Problem } from '../lib/problem'
import { noAttention } from './attention-slice'
import { noAuthorizations } from './authorization-slice'
import type { Slice } from './connect-store'
import { noConnections } from './connection-slice'
import { noDirectory } from './directory-slice'
import { noGrants } from './grant-slice'
import { noHealth } from './health-slice'
import { noInbox } from './inbox-slice'
import { noSlots } from './key-slot-slice'
import { noLists } from './list-slice'
import { noProviderApps } from './provider-app-slice'
import { noRecipes } from './recipe-slice'
import { noRuns } from './run-slice'
import { noSettings } from './settings-slice'
import { noWalk } from './walk-slice'

export interface LinkSlice {
  /** False while nothing answers: the engine ended, or the server was stopped. */
  answering: boolean
  /** Counts the drops of data, so that an answer to an earlier question is not taken for a current one. */
  epoch: number
  /** Counts the times that changes may have been missed, so that a page knows to read what it shows anew. */
  revision: number
  follow(): void
  applyEvent(event: ChangeEvent): void
  /** Hears of every failed call. */
  noticeProblem(problem: Problem): void
  /** Everything that came from the vault leaves memory. */
  dropData(): void
}

/** Answers after which following on is no use: the page shows another one instead. */
const final: ReadonlySet<string> = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'VAULT_LOCKED', 'VAULT_UNAVAILABLE', 'VAULT_ABSENT'])

export const linkSlice: Slice<LinkSlice> = (set, get) => {
  let following: AbortController | undefined

  const reloadAll = () => {
    set((state) => ({ revision: state.revision + 1 }))
    void get().loadCards()
    get().reloadTypes()
    get().refreshLists()
    get().reloadRecipes()
    get().reloadRuns()
    get().grantsChanged()
    get().reloadInbox()
    get().followAttention()
  }

  return {
    answering: true,
    epoch: 0,
    revision: 0,

    follow() {
      following?.abort()
      following = new AbortController()
      void followEvents(
        get().client,
        {
          apply: (event) => get().applyEvent(event),
          ended: () => get().stillUnlocked(),
          broke: ({ code }) => !final.has(code),
        },
        following.signal,
      )
    },

    applyEvent(event) {
      set({ answering: true })
      switch (event.kind) {
        case 'ready':
        case 'reset':
          return reloadAll()
        case 'connections_purged':
          return get().connectionsPurged(event.connectionIds)
        case 'connection': {
          const before = get().connections[event.connection.id]
          get().connectionChanged(event.connection)
          return get().attentionMoved(before, event.connection)
        }
        case 'authorization':
          return get().authorizationChanged(event.authorization)
        case 'provider_app':
          return get().providerAppChanged(event.providerApp)
        case 'settings':
          return get().settingsChanged(event.settings)
        case 'recipes':
          return get().recipesChanged(event.recipeIds)
        case 'grants':
          return get().grantsChanged()
        case 'run':
          return get().runChanged(event.run)
        case 'delivery':
          return get().deliveryChanged(event.delivery)
        case 'delivery_removed':
          return get().deliveryRemoved(event.deliveryId)
        case 'receiver':
          return get().receiverChanged(event.receiver)
        case 'type':
          get().cardsChanged()
          return get().reloadTypes()
      }
    },

    noticeProblem({ code }) {
      if (code === 'ENGINE_GONE') set({ answering: false })
      else if (code === 'VAULT_LOCKED' || code === 'VAULT_UNAVAILABLE') get().becomeLocked()
      else if (code === 'VAULT_ABSENT') set({ vault: 'absent' })
      else if (code === 'UNAUTHORIZED' && get().phase === 'signed_in') get().signOut()
    },

    dropData() {
      following?.abort()
      following = undefined
      set((state) => ({
        epoch: state.epoch + 1,
        ...noDirectory,
        ...noConnections,
        ...noLists,
        ...noAttention,
        ...noWalk,
        ...noAuthorizations,
        ...noProviderApps,
        ...noSettings,
        ...noRecipes,
        ...noRuns,
        ...noGrants,
        ...noInbox,
        ...noSlots,
        ...noHealth,
        passwordLost: false,
        notices: [],
      }))
    },
  }
}
