import { openVaultKey } from '../../../src-main/engine/vault/open-vault-key'
import { openKeys, type VaultKeys } from '../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../fakes/files'
import { password, vaultPorts } from './vault-fixture'

/** What a vault of the fixture is sealed under, found as an unlock does. */
export async function keysOf(files: FakeFiles, text = password): Promise<VaultKeys> {
  const { vaultKey, copy } = await openVaultKey(vaultPorts(files), { password: text, demo: false })
  return openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
}
