import type { DrillReport, VaultHealth } from '../../src-shared/contract/vault'
import { type Problem, problemFrom } from '../lib/problem'
import type { Slice } from './connect-store'

interface HealthData {
  health: VaultHealth | undefined
  healthProblem: Problem | undefined
}

export const noHealth: HealthData = { health: undefined, healthProblem: undefined }

export interface HealthSlice extends HealthData {
  loadHealth(): Promise<void>
  /** The report of damage was read. Rejects where it could not be written down. */
  acknowledgeDamage(): Promise<void>
  /** Goes on with an older copy of the vault that was put back. */
  acceptCopy(): Promise<void>
  /** Begins to rotate the keys; `health` says how far it is. */
  rotateKeys(password: string): Promise<void>
  /** Opens a copy of the vault and reads all of it; takes as long as that takes. */
  runDrill(password: string): Promise<DrillReport>
}

export const healthSlice: Slice<HealthSlice> = (set, get) => ({
  ...noHealth,
  async loadHealth() {
    const { epoch, client } = get()
    try {
      const health = await client.vault.health()
      if (get().epoch === epoch) set({ health, healthProblem: undefined })
    } catch (error) {
      if (get().epoch === epoch) set({ healthProblem: problemFrom(error) })
    }
  },
  async acknowledgeDamage() {
    const { epoch, client } = get()
    const health = await client.vault.acknowledgeDamage()
    if (get().epoch === epoch) set({ health })
  },
  async acceptCopy() {
    const { epoch, client } = get()
    const health = await client.vault.acceptCopy()
    if (get().epoch === epoch) set({ health })
  },
  async rotateKeys(password) {
    const { epoch, client } = get()
    const health = await client.vault.rotate({ password })
    if (get().epoch === epoch) set({ health, healthProblem: undefined })
  },
  async runDrill(password) {
    const { epoch, client } = get()
    const lastDrill = await client.vault.drill({ password })
    if (get().epoch === epoch) set(({ health }) => ({ health: health && { ...health, lastDrill } }))
    return lastDrill
  },
})
