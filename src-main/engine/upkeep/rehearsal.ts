import type { DrillReport } from '../../../src-shared/contract/vault'
import type { Rollback } from '../../../src-shared/contract/vault-damage'
import { restoreDrillWords } from '../../../src-shared/words/en/restore-drill'
import { EngineError } from '../error'
import type { AnchorStore, Clock, Logger, VaultFiles } from '../port'
import { type AnchorReading, compareWithAnchor, isAnchor, readAnchor } from '../vault/anchor'
import { isOurs } from '../vault/copy-vault'
import { DemoMixedError } from '../vault/demo-mixed-error'
import { journalName } from '../vault/journal'
import type { Findings } from '../vault/load-findings'
import { loadState } from '../vault/load-state'
import { openVaultKey } from '../vault/open-vault-key'
import type { DeriveKey } from '../vault/password-slot'
import { erase } from '../vault/seal'
import { eraseKeys, openKeys } from '../vault/vault-keys'
import { type ReadProgress, readEverything } from './read-everything'

/** What came of opening a copy, before it is compared with the vault that it was made of. */
export type Rehearsal = Omit<DrillReport, 'at' | 'result' | 'milliseconds'> & {
  /** The last event, as hex; empty where the copy did not open. */
  hash: string
  /** Records whose secret is there and does not open. */
  closedSecrets: string[]
  /** What is no damage in a vault that was not closed, and is in a copy of an open one. */
  notes: string[]
  findings: Findings
  anchor: AnchorAnswer
}

/** What is kept of the last event outside the vault's folder, compared with what was found in it. */
export type AnchorAnswer = 'agrees' | 'absent' | 'unreadable' | 'failing' | 'none' | Rollback['kind']

interface Ports {
  files: VaultFiles
  clock: Pick<Clock, 'now'>
  derive: DeriveKey
  /** Compared with, where it is given. */
  anchors?: Pick<AnchorStore, 'read'>
}

/** The log of the vault is not the place for what a copy has: what is wrong with it comes back in the report. */
const silent: Logger = { info: () => undefined, error: () => undefined }

/**
 * Opens the vault in a folder from nothing but its files and the password, reads all of it, and forgets it again. Writes nothing.
 * Throws `WRONG_PASSWORD`, `VAULT_ABSENT` or `DemoMixedError`; whatever else is wrong is a sentence in `problems`.
 */
export async function rehearse(
  ports: Ports,
  { password, demo }: { password: string; demo: boolean },
  progress?: ReadProgress,
): Promise<Rehearsal> {
  const found = {
    ...(await measure(ports.files)),
    events: 0,
    connections: 0,
    secretsOpened: 0,
    secrets: 0,
    closedSecrets: [],
    notes: [],
    findings: { files: [], rebuiltFrom: null, lostEvents: [] },
    anchor: 'none' as const,
    hash: '',
  }
  try {
    return { ...found, ...(await openAndRead(ports, password, demo, progress)) }
  } catch (error) {
    if (error instanceof DemoMixedError) throw error
    if (error instanceof EngineError && (error.code === 'WRONG_PASSWORD' || error.code === 'VAULT_ABSENT')) throw error
    const problem = error instanceof EngineError ? restoreDrillWords.doesNotOpen(error.message) : restoreDrillWords.unreadable
    return { ...found, problems: [problem] }
  }
}

async function openAndRead(ports: Ports, password: string, demo: boolean, progress?: ReadProgress) {
  const { vaultKey, copy, reading: headerReading } = await openVaultKey(ports, { password, demo })
  const { header } = copy
  const keys = openKeys(header.body.vaultId, vaultKey, header.body.keks)
  erase(vaultKey)
  try {
    const reading = ports.anchors && (await readAnchor(ports.anchors, keys))
    const hashOf = isAnchor(reading) ? reading.sequence : undefined
    const loaded = await loadState(ports.files, keys, header, silent, { whole: true, hashOf })
    const { state, journal, damagedFiles, findings, hashAt } = loaded
    try {
      const problems = headerReading.damagedCopy === undefined ? [] : [restoreDrillWords.headerCopy]
      for (const file of damagedFiles) problems.push(restoreDrillWords.fileDamaged(file))
      const notes = journal.tornTo === undefined ? [] : [restoreDrillWords.unfinished(journalName(journal.generation))]
      const isDamaged = findings.files.length > 0
      const anchor = answerOf(reading, { sequence: state.sequence, hashAt, isDamaged }, ports.clock.now())
      const read = await readEverything({ files: ports.files, keys, state, header: header.body }, progress)
      return {
        ...read,
        events: state.sequence,
        hash: hex(state.hash),
        problems: [...problems, ...read.problems],
        notes,
        findings,
        anchor,
      }
    } finally {
      await state.close()
    }
  } finally {
    eraseKeys(keys)
  }
}

function answerOf(reading: AnchorReading | undefined, found: Parameters<typeof compareWithAnchor>[1], now: number): AnchorAnswer {
  if (reading === undefined) return 'none'
  if (isAnchor(reading)) return compareWithAnchor(reading, found, now)?.kind ?? 'agrees'
  return typeof reading === 'string' ? reading : 'none'
}

async function measure(files: VaultFiles): Promise<{ files: number; bytes: number }> {
  const names = (await files.list()).filter(isOurs)
  let bytes = 0
  for (const name of names) {
    const file = await files.open(name)
    bytes += await file.size()
    await file.close()
  }
  return { files: names.length, bytes }
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
