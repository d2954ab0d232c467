import type { Inputs, Outputs } from '../../src-shared/contract'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { ConnectionId } from '../../src-shared/domain/identifiers'
import { movesRow } from '../lib/connection-window'
import type { Slice } from './connect-store'

interface ConnectionData {
  connections: Partial<Record<string, ConnectionView>>
}

export const noConnections: ConnectionData = { connections: {} }

export interface ConnectionSlice extends ConnectionData {
  putConnections(views: readonly ConnectionView[]): void
  connectionChanged(view: ConnectionView): void
  loadConnection(id: ConnectionId): Promise<void>
  rename(connection: ConnectionView, name: string): Promise<void>
  test(id: ConnectionId): Promise<Outputs['connection']['test']>
  /** Walks the checklist; what it finds about the connection comes as an event. */
  diagnose(about: Inputs['connection']['diagnose']): Promise<Outputs['connection']['diagnose']>
  remove(id: ConnectionId): Promise<Outputs['connection']['remove']>
  /** Out of every list for good. */
  purge(id: ConnectionId): Promise<void>
  /** Every removed one. Resolves to how many there were. */
  purgeRemoved(): Promise<number>
  connectionsPurged(ids: readonly ConnectionId[]): void
}

export const connectionSlice: Slice<ConnectionSlice> = (set, get) => ({
  ...noConnections,

  putConnections(views) {
    set((state) => ({ connections: newest(state.connections, views) }))
  },

  connectionChanged(view) {
    const before = get().connections[view.id]
    get().putConnections([view])
    get().cardsChanged()
    if (movesRow(before, view)) get().refreshLists()
  },

  async loadConnection(id) {
    const { epoch, client } = get()
    const view = await client.connection.get({ id })
    if (get().epoch === epoch) get().putConnections([view])
  },

  async rename({ id, version }, name) {
    get().connectionChanged(await get().client.connection.rename({ id, name, version }))
  },

  async test(id) {
    const outcome = await get().client.connection.test({ id })
    await get().loadConnection(id)
    return outcome
  },

  diagnose: (about) => get().client.connection.diagnose(about),

  async remove(id) {
    const { providerNotice, ...view } = await get().client.connection.remove({ id })
    get().connectionChanged(view)
    return { providerNotice, ...view }
  },

  async purge(id) {
    await get().client.connection.purge({ id })
    get().connectionsPurged([id])
  },

  async purgeRemoved() {
    const { purged } = await get().client.connection.purgeRemoved()
    return purged
  },

  connectionsPurged(ids) {
    const gone = new Set<string>(ids)
    set(({ connections }) => ({
      connections: Object.fromEntries(Object.entries(connections).filter(([id]) => !gone.has(id))),
    }))
    get().cardsChanged()
    get().refreshLists()
  },
})

/** Answers and events overtake each other, so the higher version stays. */
function newest(known: ConnectionData['connections'], views: readonly ConnectionView[]): ConnectionData['connections'] {
  const merged = { ...known }
  for (const view of views) {
    const before = merged[view.id]
    if (before === undefined || before.version <= view.version) merged[view.id] = view
  }
  return merged
}
