import type { Settings } from '../../src-shared/contract/settings'
import type { Change, UseCases } from './engine'
import { EngineError } from './error'
import { keepPasswordEvery } from './key-slots/device'
import { keySlotUseCases } from './key-slots/use-cases'
import { readSettings } from './settings/settings-table'
import { updateSettings } from './settings/update-settings'
import type { VaultPorts } from './vault/create-vault'
import type { KdfSettings } from './vault/kdf-settings'
import type { Vault } from './vault/vault'

interface OwnerParts {
  ports: VaultPorts
  vault: Vault
  demo: boolean
  kdf: KdfSettings
  /** What holds for a setting that nobody decided. */
  defaults: Settings
  publish(change: Change): void
}

/** What the owner does with the vault itself: settings, the ways in, and how it is kept. */
export class OwnerUseCases {
  constructor(private readonly parts: OwnerParts) {}

  /** A kill may have come between the two places that know how often the password is asked for. */
  agree(): Promise<void> {
    return keepPasswordEvery(this.parts.vault, this.settings.passwordEveryHours)
  }

  get useCases(): Pick<UseCases, 'keySlot' | 'settings' | 'upkeep'> {
    const { ports, vault, demo, kdf, defaults, publish } = this.parts
    const no = () => Promise.reject(new EngineError('NOT_AVAILABLE_HERE'))
    return {
      settings: {
        get: async () => this.settings,
        update: async ({ actor }, wanted) => {
          const settings = await updateSettings({ vault, defaults, platform: process.platform, publish }, actor, wanted)
          await this.agree()
          return settings
        },
      },
      keySlot: keySlotUseCases({
        ...{ ports, vault, kdf, demo },
        passwordEveryHours: () => this.settings.passwordEveryHours,
      }),
      upkeep: { health: no, drill: no },
    }
  }

  private get settings() {
    return readSettings(this.parts.vault, this.parts.defaults)
  }
}
