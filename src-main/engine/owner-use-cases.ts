import type { Settings } from '../../src-shared/contract/settings'
import type { Change, UseCases } from './engine'
import { keepPasswordEvery } from './key-slots/device'
import { keySlotUseCases } from './key-slots/use-cases'
import { readSettings } from './settings/settings-table'
import { updateSettings } from './settings/update-settings'
import { type Rehearse, RestoreDrill } from './upkeep/restore-drill'
import { vaultHealth } from './upkeep/vault-health'
import type { VaultPorts } from './vault/create-vault'
import type { KdfSettings } from './vault/kdf-settings'
import type { Vault } from './vault/vault'

interface OwnerParts {
  ports: VaultPorts & { rehearse?: Rehearse }
  vault: Vault
  demo: boolean
  kdf: KdfSettings
  /** What holds for a setting that nobody decided. */
  defaults: Settings
  publish(change: Change): void
}

/** What the owner does with the vault itself: settings, the ways in, and how it is kept. */
export class OwnerUseCases {
  private readonly restoreDrill: RestoreDrill

  constructor(private readonly parts: OwnerParts) {
    this.restoreDrill = new RestoreDrill(parts)
  }

  /** Ends a drill that runs. */
  close(): Promise<void> {
    return this.restoreDrill.close()
  }

  /** A kill may have come between the two places that know how often the password is asked for. */
  agree(): Promise<void> {
    return keepPasswordEvery(this.parts.vault, this.settings.passwordEveryHours)
  }

  get useCases(): Pick<UseCases, 'keySlot' | 'settings' | 'upkeep'> {
    const { ports, vault, demo, kdf, defaults, publish } = this.parts
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
      upkeep: {
        health: () => vaultHealth(vault, ports),
        drill: ({ actor }, { password }) => this.restoreDrill.run(actor, password),
      },
    }
  }

  private get settings() {
    return readSettings(this.parts.vault, this.parts.defaults)
  }
}
