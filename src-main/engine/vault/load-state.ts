import { EngineError } from '../error'
import type { Logger, VaultFiles } from '../port'
import type { Header } from './header-codec'
import { journalName } from './journal'
import { type JournalScan, scanJournal } from './journal-scan'
import { LiveState } from './live-state'
import { checkSchema, createSchema } from './projection-schema'
import { RecordDirectory } from './record-directory'
import { Snapshot, snapshotName } from './snapshot-file'
import { Store } from './store'
import type { VaultKeys } from './vault-keys'

export interface LoadedState {
  state: LiveState
  /** The journal to append to. */
  journal: { generation: number; end: number; tornTo: number | undefined }
  damagedFiles: Set<string>
}

/** Rebuilds the state from the newest snapshot that opens and every journal since. Reads only. */
export async function loadState(files: VaultFiles, keys: VaultKeys, header: Header, logger: Logger): Promise<LoadedState> {
  const names = await files.list()
  const damagedFiles = new Set<string>()
  const journals = generationsOf(names, 'journal')
  const { state, firstJournal } = await newestSnapshot(files, keys, header, names, damagedFiles, logger)
  let journal: LoadedState['journal'] | undefined
  for (const generation of journals.filter((candidate) => candidate >= firstJournal)) {
    const scan = await replay(files, keys, state, generation)
    if (scan.damage.length > 0) {
      damagedFiles.add(journalName(generation))
      logger.error('part of a journal could not be read; everything else in it was', {
        file: journalName(generation),
        damage: scan.damage,
      })
    }
    journal = { generation, end: scan.end, tornTo: scan.tornTo }
  }
  if (!journal || !journals.includes(firstJournal)) {
    throw new EngineError(
      'VAULT_DAMAGED',
      {},
      `The file ${journalName(firstJournal)} of this vault is missing. The others were left as they are.`,
    )
  }
  return { state, journal, damagedFiles }
}

async function newestSnapshot(
  files: VaultFiles,
  keys: VaultKeys,
  header: Header,
  names: readonly string[],
  damagedFiles: Set<string>,
  logger: Logger,
) {
  const newest = header.body.snapshot
  const older = generationsOf(names, 'snapshot').filter((generation) => generation < newest)
  const candidates = newest === 0 ? [0] : [newest, ...older.reverse(), 0]
  for (const generation of candidates) {
    const firstJournal = generation === newest ? header.body.journal : Math.max(generation, 1)
    if (generation === 0) {
      // The journals since the beginning make up for a snapshot, as long as they are all still there.
      if (newest > 0 && !names.includes(journalName(1))) break
      const store = await Store.open()
      createSchema(store)
      return { state: LiveState.empty(store), firstJournal }
    }
    try {
      return { state: await fromSnapshot(files, keys, generation), firstJournal }
    } catch (error) {
      damagedFiles.add(snapshotName(generation))
      logger.error('a snapshot could not be read; going back to the one before', {
        file: snapshotName(generation),
        reason: error instanceof Error ? error.message : 'unknown',
      })
    }
  }
  throw new EngineError('VAULT_DAMAGED', {}, 'No snapshot of this vault can be read. Its files were left as they are.')
}

async function fromSnapshot(files: VaultFiles, keys: VaultKeys, generation: number): Promise<LiveState> {
  const { snapshot, image, directory } = await Snapshot.open(files, generation, { vaultId: keys.vaultId, index: keys.index })
  const store = await Store.open(image)
  checkSchema(store)
  return new LiveState(store, new RecordDirectory(directory), snapshot, snapshot.head.sequence, snapshot.head.hash)
}

async function replay(files: VaultFiles, keys: VaultKeys, state: LiveState, generation: number): Promise<JournalScan> {
  const bytes = (await files.read(journalName(generation))) ?? new Uint8Array()
  const scan = scanJournal(bytes, { key: keys.journal, vaultId: keys.vaultId, sequence: state.sequence, hash: state.hash })
  state.store.transaction(() => {
    for (const { entry, hash } of scan.entries) state.apply(entry, hash)
  })
  return scan
}

const generationsOf = (names: readonly string[], kind: string): number[] =>
  names
    .flatMap((name) => (name.startsWith(`${kind}-`) ? [Number(name.slice(kind.length + 1))] : []))
    .filter(Number.isInteger)
    .sort((a, b) => a - b)
