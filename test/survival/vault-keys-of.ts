import type { UnlockWith } from '../../src-main/engine/engine'
import { openVaultKey } from '../../src-main/engine/vault/open-vault-key'
import { deriveFromCode, deriveFromPassword, deriveSubkey } from '../../src-main/engine/vault/seal'
import { openKeys } from '../../src-main/engine/vault/vault-keys'
import { nodeFiles } from '../../src-main/host/node-files'
import { systemClock } from '../../src-main/host/system-clock'
import { readRecoveryCode } from '../../src-shared/domain/recovery-code'

/** Of those below, the ones that an open vault works with. */
export const keysInUse = [
  ...['header subkey', 'history subkey', 'index subkey', 'journal subkey', 'key-encryption key 1', 'webhooks subkey'],
]

/** Every key that an unlocked vault has or had in memory, by its name, made of the vault's files and what opens it. */
export async function vaultKeysOf(folder: string, how: UnlockWith, demo = false): Promise<Map<string, Uint8Array>> {
  const wrapping: Uint8Array[] = []
  const ports = {
    files: nodeFiles(folder),
    clock: systemClock,
    derive: async (...[text, salt, kdf]: Parameters<typeof deriveFromPassword>) => {
      const key = deriveFromPassword(text, salt, kdf)
      wrapping.push(key.slice())
      return key
    },
  }
  const { vaultKey, copy } = await openVaultKey(ports, { ...how, demo })
  const { keks, vaultId, ...keys } = openKeys(copy.header.body.vaultId, vaultKey, copy.header.body.keks)
  const named: [string, Uint8Array][] = [
    ['vault key', vaultKey],
    ['secrets subkey', deriveSubkey(vaultKey, 'secrets')],
    ...('recoveryCode' in how ? [['key from the code', codeKey(vaultId, how.recoveryCode)] as [string, Uint8Array]] : []),
    ...wrapping.map((key): [string, Uint8Array] => ['key from the password', key]),
    ...Object.entries(keys).map(([name, key]): [string, Uint8Array] => [`${name} subkey`, key]),
    ...[...keks.byVersion].map(([version, key]): [string, Uint8Array] => [`key-encryption key ${version}`, key]),
  ]
  return new Map(named)
}

const codeKey = (vaultId: string, code: string): Uint8Array =>
  deriveFromCode(new TextEncoder().encode(readRecoveryCode(code)), {
    vaultId,
    kind: 'slot',
    recordId: 'recovery',
    field: 'code',
    version: 1,
  })
