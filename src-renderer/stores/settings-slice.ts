import type { Settings } from '../../src-shared/contract/settings'
import { type Problem, problemFrom } from '../lib/problem'
import type { Slice } from './connect-store'

type Change = Partial<Settings>

interface SettingsData {
  /** As the engine last said them; undefined until it did. */
  settings: Settings | undefined
  settingsProblem: Problem | undefined
  /** Changes that were sent and not answered yet, the oldest first. */
  settingsUnderWay: readonly Change[]
}

export const noSettings: SettingsData = { settings: undefined, settingsProblem: undefined, settingsUnderWay: [] }

export interface SettingsSlice extends SettingsData {
  loadSettings(): Promise<void>
  /** Shown at once, and taken back should it fail. Resolves to what the changed ones were before. */
  changeSettings(change: Change): Promise<Change>
  settingsChanged(settings: Settings): void
}

export const settingsSlice: Slice<SettingsSlice> = (set, get) => ({
  ...noSettings,

  async loadSettings() {
    const { epoch, client } = get()
    try {
      const settings = await client.settings.get()
      if (get().epoch === epoch) set({ settings, settingsProblem: undefined })
    } catch (error) {
      if (get().epoch === epoch) set({ settingsProblem: problemFrom(error) })
    }
  },

  async changeSettings(change) {
    const { epoch, client } = get()
    const before = reverse(change, get())
    set((state) => ({ settingsUnderWay: [...state.settingsUnderWay, change] }))
    try {
      const settings = await client.settings.update(change)
      if (get().epoch === epoch) set({ settings })
    } finally {
      set((state) => ({ settingsUnderWay: state.settingsUnderWay.filter((one) => one !== change) }))
    }
    return before
  },

  settingsChanged: (settings) => set({ settings }),
})

/** One setting as it is shown: what was asked for last, before the engine has answered. */
export function settingOf<Name extends keyof Settings>(
  { settings, settingsUnderWay }: SettingsData,
  name: Name,
): Settings[Name] | undefined {
  // Null is a setting, too: "never", or none chosen.
  const latest = settingsUnderWay.findLast((change) => change[name] !== undefined)
  return latest === undefined ? settings?.[name] : latest[name]
}

/** What brings back the settings that a change is about. */
function reverse(change: Change, data: SettingsData): Change {
  const { settings } = data
  if (settings === undefined) return {}
  const shown: Settings = Object.assign({}, settings, ...data.settingsUnderWay)
  return Object.fromEntries(Object.entries(shown).filter(([name]) => name in change))
}
