import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { VaultFiles } from '../port'
import type { CarryBlob } from './carry-blob'
import { historyName } from './history-file'
import type { FrozenBytes } from './image-file'
import type { LiveState } from './live-state'
import { RecordDirectory } from './record-directory'
import { joinSecret } from './record-secret'
import { encodeSearch, type StoredDoc } from './search-file'
import { Snapshot } from './snapshot-file'
import { snapshotName } from './snapshot-head'
import { SnapshotWriter } from './snapshot-writer'
import type { Turns } from './turns'
import { unwinding } from './unwind'
import type { SealedSecret, VaultEvent } from './vault-event'
import type { VaultKeys } from './vault-keys'
import { writeHistory } from './write-history'

/** The state at the moment the journal was changed, while commits go on. */
export interface Frozen {
  generation: number
  sequence: number
  hash: Uint8Array
  image: FrozenBytes
  search: Iterable<StoredDoc>
  directory: RecordDirectory
  fresh: ReadonlyMap<string, SealedSecret>
  recent: { record: string; events: VaultEvent[] }[]
}

/**
 * Takes what a snapshot needs. Synchronous, so nothing can come between. `writeGeneration` releases the image. Throws `VAULT_READ_ONLY` where the tables
 * have not taken every event: a snapshot of them would lose it for good, while the journal still has it.
 */
export function freeze(state: LiveState, generation: number): Frozen {
  const { store } = state
  if (state.isBehind) throw new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.notApplied)
  return {
    generation,
    sequence: state.sequence,
    hash: state.hash,
    image: store.freeze(),
    search: state.search.frozen(),
    directory: new RecordDirectory(state.directory.toBytes()),
    fresh: new Map(state.fresh),
    recent: Array.from(state.recent, ([record, events]) => ({ record, events: [...events] })),
  }
}

const COPY_BYTES = 1024 * 1024

/** What writing a generation asks of the vault that goes on meanwhile. */
export interface Compacting {
  files: VaultFiles
  keys: VaultKeys
  old: Snapshot | undefined
  /** The record of a number; undefined where it is no longer there, and with it its secret. */
  recordOf(n: number): string | undefined
  /** The number of a record, which never changes; undefined as above. */
  numberOf(record: string): number | undefined
  carry: CarryBlob
  turns: Turns
}

/** Writes `snapshot-<n>` and `history-<n>`, durable when it resolves; nothing refers to them yet. Cleans up after a failure. */
export async function writeGeneration(compacting: Compacting, frozen: Frozen) {
  const { files, keys, turns } = compacting
  const directory = new RecordDirectory(frozen.directory.toBytes())
  return unwinding(async (undo) => {
    undo(() => files.remove(snapshotName(frozen.generation)))
    undo(() => files.remove(historyName(frozen.generation)))
    const snapshot = await SnapshotWriter.create(files, frozen.generation)
    undo(() => snapshot.abandon())
    await copyBlobs(snapshot, compacting, frozen, directory)
    const places = await writeHistory(files, keys, {
      generation: frozen.generation,
      previous: compacting.old?.head ?? { sequence: 0, hash: new Uint8Array(32) },
      before: frozen.directory.newestSegment,
      recent: await numbered(compacting, frozen.recent),
      placeOf: (n) => frozen.directory.history(n),
    })
    for (const [n, place] of places) directory.setHistory(n, place)
    const { vaultId, index } = keys
    const parts = { image: frozen.image, directory: directory.toBytes(), search: await encodeSearch(frozen.search, turns) }
    await snapshot.finish({ vaultId, index }, frozen, parts, turns)
    await files.syncFolder()
    frozen.image.release()
    return readBack(compacting, frozen.generation)
  }).finally(() => frozen.image.release())
}

/** What was written, as the disk has it: the older files are about to go. */
function readBack({ files, keys: { vaultId, index }, turns }: Compacting, generation: number) {
  return unwinding(async (undo) => {
    const { snapshot, directory } = await Snapshot.open(files, generation, { vaultId, index })
    undo(() => snapshot.close())
    await snapshot.check(turns)
    return { snapshot, directory }
  })
}

/** With the number of each record: asking for all of them at once would take longer than a call should wait. */
async function numbered<T extends { record: string }>({ numberOf, turns }: Compacting, all: readonly T[]) {
  const result: (T & { n: number | undefined })[] = []
  for (const one of all) {
    result.push({ ...one, n: numberOf(one.record) })
    await turns.pause()
  }
  return result
}

async function copyBlobs(writer: SnapshotWriter, compacting: Compacting, frozen: Frozen, directory: RecordDirectory) {
  const { old, recordOf, carry, turns } = compacting
  const newer = new Map<number, SealedSecret>()
  const all = Array.from(frozen.fresh, ([record, secret]) => ({ record, secret }))
  for (const { n, secret } of await numbered(compacting, all)) if (n !== undefined) newer.set(n, secret)
  let pending: { n: number; blob: Uint8Array }[] = []
  let size = 0
  const flush = async () => {
    const joined = new Uint8Array(size)
    let at = 0
    for (const { blob } of pending) {
      joined.set(blob, at)
      at += blob.length
    }
    let offset = await writer.appendBlobs(joined)
    for (const { n, blob } of pending) {
      directory.setBlob(n, { offset, length: blob.length })
      offset += blob.length
    }
    pending = []
    size = 0
  }
  const read = old?.blobReader()
  let last = frozen.directory.last
  for (const n of newer.keys()) last = Math.max(last, n)
  for (let n = 0; n <= last; n++) {
    const fresh = newer.get(n)
    const place = fresh ? undefined : frozen.directory.blob(n)
    const found = fresh ? joinSecret(fresh) : place && read ? await read(place) : undefined
    if (!found) continue
    const record = recordOf(n)
    const blob = record === undefined ? undefined : await carry(record, found)
    await turns.pause()
    if (!blob) {
      directory.setBlob(n, undefined)
      continue
    }
    pending.push({ n, blob })
    size += blob.length
    if (size >= COPY_BYTES) await flush()
  }
  if (size > 0) await flush()
}
