import { readHeader } from '../../../src-main/engine/vault/header-file'
import { openVaultKey } from '../../../src-main/engine/vault/open-vault-key'
import { openKeys, type VaultKeys } from '../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../fakes/files'
import { password, vaultPorts } from './vault-fixture'

/** What a vault of the fixture is sealed under, found as an unlock does. */
export async function keysOf(files: FakeFiles, text = password): Promise<VaultKeys> {
  const { vaultKey, copy } = await openVaultKey(vaultPorts(files), { password: text, demo: false })
  return openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
}

/** What no rotation and no new password ever changes. */
export async function vaultKeyOf(files: FakeFiles): Promise<Uint8Array> {
  const { vaultKey } = await openVaultKey(vaultPorts(files), { password, demo: false })
  return vaultKey
}

/** As `keysOf`, of a vault whose password may be another one by now. Undefined where no header reads. */
export async function keysUnder(files: FakeFiles, vaultKey: Uint8Array): Promise<VaultKeys | undefined> {
  const [copy] = (await readHeader(files))?.copies ?? []
  return copy && openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
}
