import type { DamagedPlace } from '../../../src-shared/contract/vault-damage'
import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { Logger, VaultFiles } from '../port'
import { generationsOf } from './generations'
import type { Header } from './header-codec'
import { journalName, type ReadJournal } from './journal'
import { scanJournal } from './journal-scan'
import { LiveState } from './live-state'
import { type Findings, LoadFindings } from './load-findings'
import { knowsEvent } from './projection'
import { emptyStore, upgradeSchema } from './projection-schema'
import { RecordDirectory } from './record-directory'
import { Snapshot } from './snapshot-file'
import { snapshotName } from './snapshot-head'
import { Store } from './store'
import { unfinishedGroup, wasFinished, withoutGroup } from './unfinished-group'
import { unwinding } from './unwind'
import type { VaultKeys } from './vault-keys'

export interface LoadedState {
  state: LiveState
  /** The journal to append to. */
  journal: ReadJournal
  damagedFiles: Set<string>
  findings: Findings
  /** The hash of the event that was asked for; undefined where it is in a snapshot, or there is none. */
  hashAt: Uint8Array | undefined
}

/** Damage in a part of a snapshot that was not opened before. */
class SnapshotDamage extends Error {
  constructor(readonly generation: number) {
    super(`damage in ${snapshotName(generation)}`)
  }
}

interface Loading {
  /** An event whose hash is asked for. */
  hashOf?: number | undefined
  /** Snapshots that are known to be damaged. */
  unreadable?: ReadonlySet<number>
  /** All of the snapshot is opened before this resolves, so that no damage in it shows later. */
  whole?: boolean
}

/** Rebuilds the state from the newest snapshot that opens and every journal since. Reads only. */
export async function loadState(
  files: VaultFiles,
  keys: VaultKeys,
  header: Header,
  logger: Logger,
  loading: Loading = {},
): Promise<LoadedState> {
  try {
    return await load(files, keys, header, logger, loading)
  } catch (error) {
    if (!(error instanceof SnapshotDamage)) throw error
    const unreadable = new Set(loading.unreadable).add(error.generation)
    return loadState(files, keys, header, logger, { ...loading, unreadable })
  }
}

function load(
  files: VaultFiles,
  keys: VaultKeys,
  header: Header,
  logger: Logger,
  { hashOf, unreadable = new Set(), whole = false }: Loading,
): Promise<LoadedState> {
  return unwinding(async (undo) => {
    const names = await files.list()
    const damagedFiles = new Set<string>()
    const findings = new LoadFindings()
    const journals = generationsOf(names, 'journal')
    // Beside the opening of the snapshot, which it does not wait for. That it fails is heard where it is replayed, if it comes to that.
    const first = files.read(journalName(header.body.journal))
    first.catch(() => undefined)
    const { state, firstJournal } = await newestSnapshot(
      files,
      keys,
      header,
      names,
      damagedFiles,
      logger,
      (generation) => whole || unreadable.has(generation),
    )
    if (state.generation !== header.body.snapshot) findings.rebuiltFrom = state.generation
    for (const file of damagedFiles) findings.add(file, [{ offset: null, problem: 'index_closed', sequence: null }])
    let hashAt = state.sequence === hashOf ? state.hash : undefined
    let highest = 0
    undo(() => state.close())
    let journal: LoadedState['journal'] | undefined
    for (const generation of journals.filter((candidate) => candidate >= firstJournal)) {
      const reading = generation === header.body.journal ? first : files.read(journalName(generation))
      const { scan, rest, refused } = await replay(files, keys, state, generation, logger, reading)
      hashAt ??= scan.entries.find(({ entry }) => entry.event.sequence === hashOf)?.hash
      highest = Math.max(highest, scan.highestSequence)
      for (const range of scan.missing) findings.lose(range)
      const places = [...scan.damage, ...refused]
      if (places.length > 0) findings.add(journalName(generation), places, scan.entries.length)
      if (scan.damage.length > 0) {
        damagedFiles.add(journalName(generation))
        logger.error('part of a journal could not be read; everything else in it was', {
          file: journalName(generation),
          damage: scan.damage,
        })
      }
      journal = { generation, end: scan.end, tornTo: scan.tornTo, rest }
    }
    if (!journal || !journals.includes(firstJournal)) {
      throw new EngineError('VAULT_DAMAGED', {}, vaultRefusalWords.fileMissing(journalName(firstJournal)))
    }
    findings.lose({ from: state.sequence + 1, through: highest })
    return { state, journal, damagedFiles, findings: findings.all, hashAt }
  })
}

async function newestSnapshot(
  files: VaultFiles,
  keys: VaultKeys,
  header: Header,
  names: readonly string[],
  damagedFiles: Set<string>,
  logger: Logger,
  opensWhole: (generation: number) => boolean,
) {
  const newest = header.body.snapshot
  const older = generationsOf(names, 'snapshot').filter((generation) => generation < newest)
  const candidates = newest === 0 ? [0] : [newest, ...older.reverse(), 0]
  for (const generation of candidates) {
    const firstJournal = generation === newest ? header.body.journal : Math.max(generation, 1)
    if (generation === 0) {
      // The journals since the beginning make up for a snapshot, as long as they are all still there.
      if (newest > 0 && !names.includes(journalName(1))) break
      return { state: LiveState.empty(await emptyStore()), firstJournal }
    }
    try {
      return { state: await fromSnapshot(files, keys, generation, opensWhole(generation)), firstJournal }
    } catch (error) {
      damagedFiles.add(snapshotName(generation))
      logger.error('a snapshot could not be read; going back to the one before', {
        file: snapshotName(generation),
        reason: error instanceof Error ? error.message : 'unknown',
      })
    }
  }
  throw new EngineError('VAULT_DAMAGED', {}, vaultRefusalWords.noSnapshot)
}

export function fromSnapshot(files: VaultFiles, keys: VaultKeys, generation: number, whole = false): Promise<LiveState> {
  return unwinding(async (undo) => {
    const { vaultId, index } = keys
    const { snapshot, image, directory } = await Snapshot.open(files, generation, { vaultId, index }, { whole })
    undo(() => snapshot.close())
    const store = await Store.open(image)
    undo(() => store.close())
    const isOrdered = upgradeSchema(store)
    const { sequence, hash } = snapshot.head
    return new LiveState(store, new RecordDirectory(directory), snapshot, sequence, hash, image, isOrdered)
  })
}

/** Applies a journal's events. `refused`: whole ones that the tables did not take. `reading`: where it is being read already. */
export async function replay(
  files: VaultFiles,
  keys: VaultKeys,
  state: LiveState,
  generation: number,
  logger: Logger,
  reading = files.read(journalName(generation)),
) {
  const file = journalName(generation)
  const bytes = (await reading) ?? new Uint8Array()
  const start = { key: keys.journal, vaultId: keys.vaultId, sequence: state.sequence, hash: state.hash }
  const read = scanJournal(bytes, start)
  const group = unfinishedGroup(read, bytes)
  const scan = group && !(await wasFinished(files, generation, group)) ? withoutGroup(read, group, start) : read
  const refused: DamagedPlace[] = []
  state.store.transaction(() => {
    for (const { entry, hash } of scan.entries) {
      const { event } = entry
      if (!knowsEvent(event)) throw new EngineError('VAULT_DAMAGED', {}, newerVersion(file))
      try {
        state.apply(entry, hash)
      } catch (error) {
        if (state.image?.damage) throw new SnapshotDamage(state.generation)
        // One event that the tables refuse must not cost the person all the others.
        state.pass(event, hash)
        refused.push({ offset: null, problem: 'not_applied', sequence: event.sequence })
        logger.error('an event could not be applied; everything else was', {
          ...{ file, sequence: event.sequence, kind: event.kind },
          reason: error instanceof Error ? error.message : 'unknown',
        })
      }
    }
  })
  return { scan, rest: bytes.subarray(scan.end), refused }
}

const newerVersion = (file: string) => vaultRefusalWords.eventsUnknown(file)
