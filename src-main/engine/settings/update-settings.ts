import type { Settings } from '../../../src-shared/contract/settings'
import { isAbsolutePath } from '../../../src-shared/domain/absolute-path'
import type { Actor } from '../../../src-shared/domain/actor'
import { requestWords } from '../../../src-shared/words/en/request'
import type { Change } from '../engine'
import { invalidInput } from '../error'
import type { Vault } from '../vault/vault'
import { readSettings } from './settings-table'

export interface SettingsParts {
  vault: Vault
  /** What holds for a setting that nobody decided. */
  defaults: Settings
  /** Node's name of the platform whose paths are taken. */
  platform: string
  publish(change: Change): void
}

/** Changes what `wanted` names and leaves the rest. Only what differs from before is written down. Throws `INVALID_INPUT`. */
export async function updateSettings(parts: SettingsParts, actor: Actor, wanted: Partial<Settings>): Promise<Settings> {
  const { receiveFolder } = wanted
  if (typeof receiveFolder === 'string' && !isAbsolutePath(receiveFolder, parts.platform))
    throw invalidInput('receiveFolder', requestWords.mustBeAbsolutePath)
  const { vault, defaults } = parts
  return vault.commit({
    actor: { subject: actor.subject, label: actor.label },
    touches: ['settings'],
    decide: () => {
      const before = new Map<string, unknown>(Object.entries(readSettings(vault, defaults)))
      const changed = Object.entries(wanted).filter(([name, value]) => value !== undefined && value !== before.get(name))
      if (changed.length === 0) return { events: [], result: () => readSettings(vault, defaults) }
      return {
        events: [{ body: { kind: 'settings.changed', record: 'vault', data: Object.fromEntries(changed) } }],
        result: () => published(parts, actor),
      }
    },
  })
}

function published({ vault, defaults, publish }: SettingsParts, actor: Actor): Settings {
  const settings = readSettings(vault, defaults)
  publish({ event: { kind: 'settings', settings }, audience: { subject: actor.subject } })
  return settings
}
