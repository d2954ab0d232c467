import type { Inputs } from '../../src-shared/contract'
import type { KeySlotView } from '../../src-shared/contract/key-slot'
import { type Problem, problemFrom } from '../lib/problem'
import type { Slice } from './connect-store'

interface KeySlotData {
  /** Ways to open the vault; undefined until they were read. */
  slots: readonly KeySlotView[] | undefined
  slotsProblem: Problem | undefined
}

export const noSlots: KeySlotData = { slots: undefined, slotsProblem: undefined }

type Call<Name extends keyof Inputs['keySlot']> = Inputs['keySlot'][Name]

/** None of the secrets that pass through here is kept: they live in the forms that ask for them. */
export interface KeySlotSlice extends KeySlotData {
  loadSlots(): Promise<void>
  changePassword(change: Call<'changePassword'>): Promise<void>
  /** Resolves to the code, which is shown once and opens nothing until it was typed back. */
  startRecovery(password: string): Promise<string>
  confirmRecovery(code: string): Promise<void>
  removeRecovery(password: string): Promise<void>
  enableDevice(password: string): Promise<void>
  disableDevice(): Promise<void>
}

export const keySlotSlice: Slice<KeySlotSlice> = (set, get) => {
  const read = async (ask: () => Promise<readonly KeySlotView[]>) => {
    const { epoch } = get()
    const slots = await ask()
    if (get().epoch === epoch) set({ slots, slotsProblem: undefined })
  }
  return {
    ...noSlots,
    async loadSlots() {
      const { epoch, client } = get()
      try {
        await read(() => client.keySlot.list())
      } catch (error) {
        if (get().epoch === epoch) set({ slotsProblem: problemFrom(error) })
      }
    },
    changePassword: (change) => read(() => get().client.keySlot.changePassword(change)),
    async startRecovery(password) {
      const { code } = await get().client.keySlot.startRecovery({ password })
      return code
    },
    confirmRecovery: (code) => read(() => get().client.keySlot.confirmRecovery({ code })),
    removeRecovery: (password) => read(() => get().client.keySlot.removeRecovery({ password })),
    enableDevice: (password) => read(() => get().client.keySlot.enableDevice({ password })),
    disableDevice: () => read(() => get().client.keySlot.disableDevice()),
  }
}
