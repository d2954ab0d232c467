import type { Change } from '../engine'
import type { Clock, Logger } from '../port'
import type { Providers } from '../provider/provider'
import type { Vault } from '../vault/vault'

/** What the use cases of an unlocked vault work with. */
export interface Dependencies {
  vault: Vault
  providers: Providers
  clock: Clock
  logger: Logger
  publish(change: Change): void
}
