import type { ConnectionView } from '../../src-shared/contract/connection'
import { breakageWords } from '../../src-shared/words/en/breakage'
import { nextStep, type Walk } from '../lib/walk'
import type { Slice } from './connect-store'

interface WalkData {
  walk: Walk | undefined
}

export const noWalk: WalkData = { walk: undefined }

export interface WalkSlice extends WalkData {
  startWalk(ids: readonly ConnectionView['id'][]): void
  /** Opens the provider's page for the step the walk is at. In a browser this wants a click, or the page is kept from opening. */
  takeStep(): Promise<void>
  /** On to the next, with or without this one. */
  walkOn(): void
  stopWalk(): void
}

export const walkSlice: Slice<WalkSlice> = (set, get) => {
  const leaveConsent = () => {
    const { waiting, resolveWaiting, stopWaiting } = get()
    if (waiting === undefined) return
    // It expires by itself where this fails.
    void resolveWaiting('discard').catch(() => undefined)
    stopWaiting()
  }

  return {
    ...noWalk,

    startWalk(ids) {
      if (ids.length > 0) set({ walk: { ids, at: 0 } })
    },

    async takeStep() {
      const { walk, connections, authorize } = get()
      if (walk === undefined) return
      const connection = connections[walk.ids[walk.at] ?? '']
      if (connection === undefined) return get().walkOn()
      await authorize({ kind: 'reconnect', connection })
      const authorizationId = get().waiting?.authorizationId
      if (get().walk === walk) set({ walk: { ids: walk.ids, at: walk.at, authorizationId } })
    },

    walkOn() {
      const { walk, connections, authorizations, notify } = get()
      if (walk === undefined) return
      leaveConsent()
      const next = nextStep(walk, connections)
      set({ walk: next })
      if (next !== undefined) return
      // The last one's own event may still be on its way.
      const justBack = authorizations[walk.authorizationId ?? '']?.connectionId
      const back = walk.ids.filter((id) => id === justBack || connections[id]?.status === 'active').length
      if (walk.ids.length > 1) notify(breakageWords.backInAll(back, walk.ids.length), breakageWords.backDetail)
    },

    stopWalk() {
      leaveConsent()
      set({ walk: undefined })
    },
  }
}
