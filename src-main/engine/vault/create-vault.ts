import { ulid } from 'ulid'
import { EngineError } from '../error'
import type { AnchorStore, Clock, Keychain, Logger, VaultFiles } from '../port'
import { AnchorKeeper } from './anchor-keeper'
import type { HeaderBody } from './header-codec'
import { HEADER, HeaderFile, readHeader } from './header-file'
import { Journal, journalName } from './journal'
import type { KdfSettings } from './kdf-settings'
import { LiveState } from './live-state'
import { type DeriveKey, makePasswordSlot } from './password-slot'
import { emptyStore } from './projection-schema'
import { refusal } from './refusal'
import { erase, KEY_BYTES, randomBytes, sealReady } from './seal'
import { unwinding } from './unwind'
import { Vault } from './vault'
import { eraseKeys, makeKek, openKeys } from './vault-keys'

export interface VaultPorts {
  files: VaultFiles
  clock: Clock
  logger: Logger
  derive: DeriveKey
  /** None where nobody sits at a window: then the vault has no device slot that opens. */
  keychain?: Keychain
  /** None where the last event is kept nowhere else. */
  anchors?: AnchorStore
  /** From how long a journal on the vault compacts by itself; tests use a short one. */
  compactFrom?: number
}

interface NewVault {
  password: string
  demo: boolean
  kdf: KdfSettings
}

/** Makes a vault in an empty folder and opens it. Throws `VAULT_EXISTS`, or `VAULT_READ_ONLY` where the disk refuses; then there is none. */
export async function createVault(ports: VaultPorts, options: NewVault): Promise<Vault> {
  try {
    return await unwinding((undo) => make(ports, options, undo))
  } catch (error) {
    throw refusal(error, 'VAULT_READ_ONLY', ports.logger, 'the vault could not be made')
  }
}

async function make(
  { files, clock, logger, derive, compactFrom, anchors }: VaultPorts,
  { password, demo, kdf }: NewVault,
  undo: (step: () => unknown) => void,
): Promise<Vault> {
  await refuseSecond(files)
  await sealReady()
  const vaultId = `vault_${ulid(clock.now())}`
  const vaultKey = randomBytes(KEY_BYTES)
  undo(() => erase(vaultKey))
  const body: HeaderBody = {
    vaultId,
    demo,
    createdAt: new Date(clock.now()).toISOString(),
    slots: [await makePasswordSlot({ vaultId, vaultKey }, password, kdf, derive, clock.now())],
    keks: [makeKek(vaultId, vaultKey, 1)],
    snapshot: 0,
    journal: 1,
    oldest: { snapshot: 0, journal: 1 },
  }
  const keys = openKeys(vaultId, vaultKey, body.keks)
  undo(() => eraseKeys(keys))
  erase(vaultKey)
  const store = await emptyStore()
  undo(() => store.close())
  // Deriving took a while, in which another process may have made one.
  await refuseSecond(files)
  undo(() => unmake(files))
  // A journal without a header is what an interrupted making leaves; it holds nothing (`readHeader` has checked).
  await files.remove(journalName(1))
  const journal = await Journal.create(files, 1)
  undo(() => journal.close())
  // The header comes last: with it, there is a vault.
  const header = await HeaderFile.create(files, keys.header, { writes: 1, epoch: 1, body })
  undo(() => header.close())
  const state = LiveState.empty(store)
  const anchor = anchors && new AnchorKeeper({ store: anchors, clock, logger, keys, state }, 'absent')
  const vault = new Vault({ files, clock, logger, keys, header, state, journal, damagedFiles: new Set(), compactFrom, anchor })
  await vault.commit({
    actor: null,
    touches: ['vault'],
    decide: () => ({
      events: [{ body: { kind: 'vault.created', record: 'vault', data: { vaultId, demo } } }],
      result: () => undefined,
    }),
  })
  return vault
}

async function refuseSecond(files: VaultFiles): Promise<void> {
  if (await readHeader(files)) throw new EngineError('VAULT_EXISTS')
}

/** In an order that leaves an empty vault or none wherever it stops, and never records without their header. */
async function unmake(files: VaultFiles): Promise<void> {
  if ((await files.read(HEADER)) !== undefined) {
    await files.replace(journalName(1), new Uint8Array())
    await files.remove(HEADER)
  }
  await files.remove(journalName(1))
  await files.syncFolder()
}
