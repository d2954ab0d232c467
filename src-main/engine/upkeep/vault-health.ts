import { DrillReport, type KeychainStatus, type VaultHealth } from '../../../src-shared/contract/vault'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { slotViews } from '../key-slots/slot-views'
import type { Keychain, VaultFiles } from '../port'
import { HEADER_FORMAT } from '../vault/header-codec'
import { JOURNAL_FORMAT } from '../vault/journal-record'
import { isRotating } from '../vault/rotation'
import { SNAPSHOT_FORMAT } from '../vault/snapshot-head'
import type { Vault } from '../vault/vault'

const noKeychain = (): KeychainStatus => ({ state: 'unavailable', backend: null, reason: wayInWords.desktopOnly })

import type { Salvage } from './salvage'

/** How the vault is kept, from what is known of it anyway: no file but the list of them is read. */
export async function vaultHealth(
  vault: Vault,
  ports: { files: VaultFiles; keychain?: Keychain },
  salvage: Salvage,
): Promise<VaultHealth> {
  const header = vault.headerBody
  const { events, kekVersion, damagedFiles } = vault.upkeep
  const aside = (await ports.files.list()).filter((name) => name.startsWith('aside-'))
  const last = vault.store.one('SELECT report FROM last_drill')
  return {
    createdAt: header.createdAt,
    demo: header.demo,
    formats: { header: HEADER_FORMAT, journal: JOURNAL_FORMAT, snapshot: SNAPSHOT_FORMAT },
    slots: slotViews(header.slots),
    keychain: ports.keychain ? await ports.keychain.status() : noKeychain(),
    connections: Number(vault.store.one("SELECT count(*) AS count FROM connection WHERE status <> 'revoked'")?.count),
    events,
    journalBytes: vault.journalBytes,
    lastCompactionAt: header.compactedAt ?? null,
    kekVersion,
    rewrapping: isRotating(header),
    damagedFiles: [...new Set([...damagedFiles, ...aside])].sort(),
    ...(await salvage.standing()),
    lastDrill: last ? (DrillReport.safeParse(JSON.parse(String(last.report))).data ?? null) : null,
  }
}
