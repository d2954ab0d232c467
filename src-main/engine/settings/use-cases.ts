import type { UseCases } from '../engine'
import { readSettings } from './settings-table'
import { type SettingsParts, updateSettings } from './update-settings'

/** The contract's `settings`, of its owner's clients alone: the contract says so, and every transport checks it. */
export const settingsUseCases = (parts: SettingsParts): UseCases['settings'] => ({
  get: async () => readSettings(parts.vault, parts.defaults),
  update: ({ actor }, wanted) => updateSettings(parts, actor, wanted),
})
