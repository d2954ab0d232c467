import type { DirectoryCard, TypeView } from '../../src-shared/contract/directory'
import { coalesce } from '../lib/coalesce'
import { type Problem, problemFrom } from '../lib/problem'
import type { Slice } from './connect-store'

interface DirectoryData {
  cards: DirectoryCard[] | undefined
  cardsProblem: Problem | undefined
  types: Partial<Record<string, TypeView>>
}

export const noDirectory: DirectoryData = { cards: undefined, cardsProblem: undefined, types: {} }

export interface DirectorySlice extends DirectoryData {
  loadCards(): Promise<void>
  /** Soon, and once for many changes: the pills are counted by the engine. */
  cardsChanged(): void
  loadType(type: TypeView['type']): Promise<void>
  reloadTypes(): void
  /** Managed types: the hosts that the operator's file names now may be spoken to, exactly these. */
  confirmHosts(type: TypeView['type'], hosts: readonly string[]): Promise<void>
}

export const directorySlice: Slice<DirectorySlice> = (set, get) => ({
  ...noDirectory,

  async loadCards() {
    const { epoch, client } = get()
    try {
      const cards = await client.directory.list()
      if (get().epoch === epoch) set({ cards, cardsProblem: undefined })
    } catch (error) {
      if (get().epoch === epoch) set({ cardsProblem: problemFrom(error) })
    }
  },

  cardsChanged: coalesce(80, () => void get().loadCards()),

  async loadType(type) {
    const { epoch, client } = get()
    const view = await client.directory.type({ type })
    if (get().epoch === epoch) set((state) => ({ types: { ...state.types, [type]: view } }))
  },

  reloadTypes() {
    for (const known of Object.values(get().types)) {
      // What is shown stays if this fails; whatever asked for the type first shows its own problem.
      if (known !== undefined)
        get()
          .loadType(known.type)
          .catch(() => undefined)
    }
  },

  async confirmHosts(type, hosts) {
    const { epoch, client } = get()
    const view = await client.directory.confirm({ type, hosts: [...hosts] })
    if (get().epoch === epoch) set((state) => ({ types: { ...state.types, [type]: view } }))
  },
})
