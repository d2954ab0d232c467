import type { VaultHealth } from '../../src-shared/contract/vault'

/** What the owner is to be told of their vault and has not answered; the most pressing of it. */
export function vaultNews({
  damage,
  rollback,
}: Pick<VaultHealth, 'damage' | 'rollback'>): 'rollback' | 'lost' | 'mended' | undefined {
  if (rollback) return 'rollback'
  if (!damage || damage.acknowledgedAt !== null) return undefined
  return damage.lostEvents.length > 0 || damage.lostSecrets.length > 0 ? 'lost' : 'mended'
}
