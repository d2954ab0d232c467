import { Settings } from '../../../src-shared/contract/settings'
import type { Vault } from '../vault/vault'

/**
 * The settings as they are now. What was never decided, or decided by a later version of this program in a way that this one does
 * not know, is as in `defaults`.
 */
export function readSettings(vault: Vault, defaults: Settings): Settings {
  const known = Object.entries(Settings.shape)
  const decided = vault.store.all('SELECT name, value FROM setting').flatMap(({ name, value }) => {
    const [, shape] = known.find(([key]) => key === name) ?? []
    const parsed = shape?.safeParse(JSON.parse(String(value)))
    return parsed?.success ? [[String(name), parsed.data]] : []
  })
  return Settings.parse({ ...defaults, ...Object.fromEntries(decided) })
}
