import type { Settings } from '../../../src-shared/contract/settings'
import type { Change } from '../engine'
import type { Clock, Logger } from '../port'
import type { Providers } from '../provider/provider'
import type { Vault } from '../vault/vault'
import type { ProviderGate } from './refresh/provider-gate'

/** What the use cases of an unlocked vault work with. */
export interface Dependencies {
  vault: Vault
  providers: Providers
  clock: Clock
  logger: Logger
  /** In [0, 1), for jitter; never for anything secret. */
  random(): number
  /** Every request for tokens, and every probe, goes through it. */
  gate: ProviderGate
  /** The owner's, as they are now. */
  settings(): Settings
  publish(change: Change): void
}
