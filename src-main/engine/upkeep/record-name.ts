import type { HeldSecret } from '../../../src-shared/contract/vault-damage'
import type { Store } from '../vault/store'

/** What a person calls a record that may hold a secret; its own name where they never gave it one. */
export function heldSecret(store: Store, record: string): HeldSecret {
  const row = store.one('SELECT name FROM connection WHERE id = ?', [record])
  return { record, name: row ? String(row.name) : record.replace(/^(app|signer):/, '') }
}
