import type { Settings } from '../../src-shared/contract/settings'
import type { Change, UseCases } from './engine'
import { keepPasswordEvery } from './key-slots/device'
import { rotateKeys } from './key-slots/rotate-keys'
import { keySlotUseCases } from './key-slots/use-cases'
import { readSettings } from './settings/settings-table'
import { updateSettings } from './settings/update-settings'
import { type Rehearse, RestoreDrill } from './upkeep/restore-drill'
import { Salvage } from './upkeep/salvage'
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
  private readonly salvage: Salvage

  constructor(private readonly parts: OwnerParts) {
    this.restoreDrill = new RestoreDrill(parts)
    this.salvage = new Salvage(parts)
  }

  /** Ends a drill that runs. */
  async close(): Promise<void> {
    await this.restoreDrill.close()
    await this.salvage.settled()
  }

  /** What unlocking found wrong with the files is written down. */
  recordFound(): Promise<void> {
    return this.salvage.recordFound()
  }

  /** A kill may have come between the two places that know how often the password is asked for. */
  async agree(): Promise<void> {
    await keepPasswordEvery(this.parts.vault, this.settings.passwordEveryHours)
  }

  /** Takes away what a kill has left beside the vault. Throws `VAULT_READ_ONLY`. */
  tidyUp(): Promise<void> {
    return this.restoreDrill.tidyUp()
  }

  get useCases(): Pick<UseCases, 'keySlot' | 'settings' | 'upkeep'> {
    const { ports, vault, demo, kdf, defaults, publish } = this.parts
    const health = () => vaultHealth(vault, ports, this.salvage)
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
        health,
        acknowledgeDamage: async ({ actor }) => {
          await this.salvage.acknowledge(actor)
          return health()
        },
        acceptCopy: async ({ actor }) => {
          await this.salvage.acceptCopy(actor)
          return health()
        },
        rotate: async ({ actor }, { password }) => {
          await rotateKeys({ ports, vault, demo }, actor, password)
          return health()
        },
        drill: ({ actor }, { password }) => this.restoreDrill.run(actor, password),
      },
    }
  }

  private get settings() {
    return readSettings(this.parts.vault, this.parts.defaults)
  }
}
