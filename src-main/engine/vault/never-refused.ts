import type { VaultEvent } from './vault-event'

/**
 * Kinds that only set columns, of a row that is there or of none, under no constraint that could fail. Whoever waits for one of these
 * need not wait for the tables as well: they are certain to follow.
 */
const kinds: ReadonlySet<VaultEvent['kind']> = new Set([
  'connection.renamed',
  'connection.tested',
  'connection.used',
  'connection.refresh_started',
  'connection.refreshed',
  'connection.refresh_failed',
] as const)

export const neverRefused = ({ kind }: VaultEvent): boolean => kinds.has(kind)
