import type { Inputs } from '../../src-shared/contract'
import type { VaultState, WaysIn } from '../../src-shared/contract/vault'
import { problemFrom } from '../lib/problem'
import type { ConnectState, Slice } from './connect-store'

/** Something that opens the vault: exactly one of a password, the recovery code, or the keychain of this computer. */
export type Key = Inputs['vault']['unlock']

export interface VaultSlice {
  vault: VaultState | 'unknown'
  /** Whether the caller may create, unlock and lock: only the owner may. */
  ownsVault: boolean
  /** How the vault can be opened; undefined while nobody said. */
  waysIn: WaysIn | undefined
  /** The vault was opened by its recovery code, and a new password has not been set or put off yet. */
  passwordLost: boolean
  readVault(): Promise<void>
  /** After the event stream ended: false when that was because of a lock, true when it is worth following on. */
  stillUnlocked(): Promise<boolean>
  createVault(password: string): Promise<void>
  unlock(key: Key): Promise<void>
  /** A new password was set, or is to be set another time. */
  settlePassword(): void
  lock(): Promise<void>
  /** The vault was found locked, by whoever locked it. */
  becomeLocked(): void
}

export const vaultSlice: Slice<VaultSlice> = (set, get) => ({
  vault: 'unknown',
  ownsVault: true,
  waysIn: undefined,
  passwordLost: false,

  async readVault() {
    try {
      const { vault, ownsVault, waysIn } = await askForVault(get)
      set({ vault, ownsVault, waysIn, answering: true })
      get().engineAnswers()
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

  async unlock(key) {
    const { vault } = await get().client.vault.unlock(key)
    set({ vault, passwordLost: key.recoveryCode !== undefined, engine: 'running' })
    get().follow()
  },

  settlePassword: () => set({ passwordLost: false }),

  async lock() {
    if (get().vault !== 'unlocked' || !get().ownsVault) return
    // What is shown goes at once; the answer only confirms it.
    get().becomeLocked()
    try {
      await get().client.vault.lock()
      await readWaysIn(get, set)
    } catch {
      await get().readVault()
    }
  },

  becomeLocked() {
    set({ vault: 'locked' })
    get().dropData()
    void readWaysIn(get, set)
  },
})

/** A way to open it may have been made or taken away while it was open. */
async function readWaysIn(get: () => ConnectState, set: (part: Partial<ConnectState>) => void): Promise<void> {
  try {
    const { vault, waysIn } = await askForVault(get)
    if (vault === 'locked') set({ waysIn })
  } catch {
    // The password opens it in any case.
  }
}

interface VaultAnswer {
  vault: VaultState
  ownsVault: boolean
  waysIn: WaysIn | undefined
}

async function askForVault(get: () => ConnectState): Promise<VaultAnswer> {
  const { client, host } = get()
  try {
    return { ...(await client.vault.status()), ownsVault: true }
  } catch (error) {
    if (host.session === null || problemFrom(error).code !== 'FORBIDDEN') throw error
    return { vault: (await client.health.get()).vault, ownsVault: false, waysIn: undefined }
  }
}
