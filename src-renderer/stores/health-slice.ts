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
  async runDrill(password) {
    const { epoch, client } = get()
    const lastDrill = await client.vault.drill({ password })
    if (get().epoch === epoch) set(({ health }) => ({ health: health && { ...health, lastDrill } }))
    return lastDrill
  },
})
