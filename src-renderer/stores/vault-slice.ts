import type { VaultState } from '../../src-shared/contract/vault'
import { problemFrom } from '../lib/problem'
import type { ConnectState, Slice } from './connect-store'

export interface VaultSlice {
  vault: VaultState | 'unknown'
  /** Whether the caller may create, unlock and lock: only the owner may. */
  ownsVault: boolean
  readVault(): Promise<void>
  /** After the event stream ended: false when that was because of a lock, true when it is worth following on. */
  stillUnlocked(): Promise<boolean>
  createVault(password: string): Promise<void>
  unlock(password: string): Promise<void>
  lock(): Promise<void>
  /** The vault was found locked, by whoever locked it. */
  becomeLocked(): void
}

export const vaultSlice: Slice<VaultSlice> = (set, get) => ({
  vault: 'unknown',
  ownsVault: true,

  async readVault() {
    try {
      const { vault, ownsVault } = await askForVault(get)
      set({ vault, ownsVault, answering: true })
      if (vault === 'unlocked') get().follow()
      else get().dropData()
    } catch {
      // Noticed by the client already: the page shows that nothing answers, with a way to try again.
    }
  },

  async stillUnlocked() {
    try {
      const { vault } = await askForVault(get)
      if (vault !== 'unlocked') get().becomeLocked()
      return vault === 'unlocked'
    } catch {
      return true
    }
  },

  async createVault(password) {
    const { vault } = await get().client.vault.create({ password })
    set({ vault })
    get().follow()
  },

  async unlock(password) {
    const { vault } = await get().client.vault.unlock({ password })
    set({ vault })
    get().follow()
  },

  async lock() {
    if (get().vault !== 'unlocked' || !get().ownsVault) return
    // What is shown goes at once; the answer only confirms it.
    get().becomeLocked()
    try {
      await get().client.vault.lock()
    } catch {
      await get().readVault()
    }
  },

  becomeLocked() {
    set({ vault: 'locked' })
    get().dropData()
  },
})

async function askForVault(get: () => ConnectState): Promise<{ vault: VaultState; ownsVault: boolean }> {
  const { client, host } = get()
  try {
    return { vault: (await client.vault.status()).vault, ownsVault: true }
  } catch (error) {
    if (host.session === null || problemFrom(error).code !== 'FORBIDDEN') throw error
    return { vault: (await client.health.get()).vault, ownsVault: false }
  }
}
