import type { HostFacts } from '../../src-shared/contract/host'
import type { DeliveryView } from '../../src-shared/contract/inbox'
import { type Problem, problemFrom } from '../lib/problem'
import type { Slice } from './connect-store'

interface HostData {
  /** What the program around the engine is and can: for the owner alone. Nothing of it is the vault's, so a lock leaves it. */
  facts: HostFacts | undefined
  factsProblem: Problem | undefined
}

export const noFacts: HostData = { facts: undefined, factsProblem: undefined }

export interface HostSlice extends HostData {
  loadFacts(): Promise<void>
  /** Desktop only. */
  showFolder(folder: 'data' | 'receive'): Promise<void>
  /** Desktop only. */
  showDelivery(id: DeliveryView['id']): Promise<void>
  /** Desktop only, and only after the person was asked. */
  openDelivery(id: DeliveryView['id']): Promise<void>
  /** Desktop only. Resolves to the chosen folder; null where the person chose none. */
  chooseFolder(): Promise<string | null>
  /** Desktop only. */
  checkForUpdates(): Promise<void>
  /** Desktop only. The program ends and comes back as the new one. */
  installUpdate(): Promise<void>
}

export const hostSlice: Slice<HostSlice> = (set, get) => {
  const updated = (update: HostFacts['update']) =>
    set(({ facts }) => ({ facts: facts === undefined ? undefined : { ...facts, update } }))
  return {
    ...noFacts,
    async loadFacts() {
      const { epoch, client } = get()
      try {
        const facts = await client.host.facts()
        if (get().epoch === epoch) set({ facts, factsProblem: undefined })
      } catch (error) {
        if (get().epoch === epoch) set({ factsProblem: problemFrom(error) })
      }
    },
    async showFolder(folder) {
      await get().client.host.openFolder({ folder })
    },
    async showDelivery(id) {
      await get().client.host.showDelivery({ id })
    },
    async openDelivery(id) {
      await get().client.host.openDelivery({ id })
    },
    async chooseFolder() {
      const { folder } = await get().client.host.chooseFolder()
      return folder
    },
    async checkForUpdates() {
      updated(await get().client.host.checkForUpdates())
    },
    async installUpdate() {
      updated(await get().client.host.installUpdate())
    },
  }
}
