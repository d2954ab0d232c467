import type { DrillReport } from '../../../src-shared/contract/vault'
import { restoreDrillWords } from '../../../src-shared/words/en/restore-drill'
import { EngineError } from '../error'
import type { Clock, Logger, VaultFiles } from '../port'
import { journalName } from '../vault/journal'
import { loadState } from '../vault/load-state'
import { openVaultKey } from '../vault/open-vault-key'
import type { DeriveKey } from '../vault/password-slot'
import { erase } from '../vault/seal'
import { eraseKeys, openKeys } from '../vault/vault-keys'
import { readEverything } from './read-everything'

/** What came of opening a copy, before it is compared with the vault that it was made of. */
export type Rehearsal = Omit<DrillReport, 'at' | 'result' | 'milliseconds'> & {
  /** The last event, as hex; empty where the copy did not open. */
  hash: string
  /** Records whose secret is there and does not open. */
  closedSecrets: string[]
}

interface Ports {
  files: VaultFiles
  clock: Pick<Clock, 'now'>
  derive: DeriveKey
}

/** The log of the vault is not the place for what a copy has: what is wrong with it comes back in the report. */
const silent: Logger = { info: () => undefined, error: () => undefined }

/**
 * Opens the vault in a folder from nothing but its files and the password, reads all of it, and forgets it again. Writes nothing.
 * Throws `WRONG_PASSWORD`; whatever else is wrong is a sentence in `problems`.
 */
export async function rehearse(ports: Ports, { password, demo }: { password: string; demo: boolean }): Promise<Rehearsal> {
  const found = {
    ...(await measure(ports.files)),
    events: 0,
    connections: 0,
    secretsOpened: 0,
    secrets: 0,
    closedSecrets: [],
    hash: '',
  }
  try {
    return { ...found, ...(await openAndRead(ports, password, demo)) }
  } catch (error) {
    if (error instanceof EngineError && error.code === 'WRONG_PASSWORD') throw error
    const problem = error instanceof EngineError ? restoreDrillWords.doesNotOpen(error.message) : restoreDrillWords.unreadable
    return { ...found, problems: [problem] }
  }
}

async function openAndRead(ports: Ports, password: string, demo: boolean) {
  const { vaultKey, copy, reading } = await openVaultKey(ports, { password, demo })
  const { header } = copy
  const keys = openKeys(header.body.vaultId, vaultKey, header.body.keks)
  erase(vaultKey)
  try {
    const { state, journal, damagedFiles } = await loadState(ports.files, keys, header, silent, { whole: true })
    try {
      const problems = reading.damagedCopy === undefined ? [] : [restoreDrillWords.headerCopy]
      for (const file of damagedFiles) problems.push(restoreDrillWords.fileDamaged(file))
      if (journal.tornTo !== undefined) problems.push(restoreDrillWords.unfinished(journalName(journal.generation)))
      const read = await readEverything({ files: ports.files, keys, state, header: header.body })
      return { ...read, events: state.sequence, hash: hex(state.hash), problems: [...problems, ...read.problems] }
    } finally {
      await state.close()
    }
  } finally {
    eraseKeys(keys)
  }
}

async function measure(files: VaultFiles): Promise<{ files: number; bytes: number }> {
  const names = await files.list()
  let bytes = 0
  for (const name of names) {
    const file = await files.open(name)
    bytes += await file.size()
    await file.close()
  }
  return { files: names.length, bytes }
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
