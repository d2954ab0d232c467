import { ulid } from 'ulid'
import { EngineError } from '../error'
import type { Clock, Logger, VaultFiles } from '../port'
import type { HeaderBody } from './header-codec'
import { HeaderFile, readHeader } from './header-file'
import { Journal, journalName } from './journal'
import type { KdfSettings } from './kdf-settings'
import { type DeriveKey, makePasswordSlot } from './key-slot'
import { LiveState } from './live-state'
import { createSchema } from './projection-schema'
import { erase, KEY_BYTES, randomBytes, sealReady } from './seal'
import { Store } from './store'
import { Vault } from './vault'
import { makeKek, openKeys } from './vault-keys'

export interface VaultPorts {
  files: VaultFiles
  clock: Clock
  logger: Logger
  derive: DeriveKey
}

/** Makes a vault in an empty folder and opens it. Throws `VAULT_EXISTS`; a making that is cut short leaves no vault. */
export async function createVault(
  ports: VaultPorts,
  options: { password: string; demo: boolean; kdf: KdfSettings },
): Promise<Vault> {
  const { files, clock, logger } = ports
  if (await readHeader(files)) throw new EngineError('VAULT_EXISTS')
  await sealReady()
  const vaultId = `vault_${ulid(clock.now())}`
  const vaultKey = randomBytes(KEY_BYTES)
  const slot = await makePasswordSlot({ vaultId, vaultKey }, options.password, options.kdf, ports.derive)
  const body: HeaderBody = {
    vaultId,
    demo: options.demo,
    createdAt: new Date(clock.now()).toISOString(),
    slots: [slot],
    keks: [makeKek(vaultId, vaultKey, 1)],
    snapshot: 0,
    journal: 1,
    oldest: { snapshot: 0, journal: 1 },
  }
  const keys = openKeys(vaultId, vaultKey, body.keks)
  erase(vaultKey)
  const store = await Store.open()
  createSchema(store)
  // A journal without a header is what an interrupted making leaves; it holds nothing (`readHeader` has checked).
  await files.remove(journalName(1))
  const journal = await Journal.create(files, 1)
  // The header comes last: with it, there is a vault.
  const header = await HeaderFile.create(files, keys.header, { writes: 1, epoch: 1, body })
  const state = LiveState.empty(store)
  const vault = new Vault({ files, clock, logger, keys, header, state, journal, damagedFiles: new Set() })
  await vault.commit({
    actor: null,
    touches: ['vault'],
    decide: () => ({
      events: [{ body: { kind: 'vault.created', record: 'vault', data: { vaultId, demo: options.demo } } }],
      result: () => undefined,
    }),
  })
  return vault
}
