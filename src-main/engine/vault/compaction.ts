import type { VaultFiles } from '../port'
import { historyName } from './history-file'
import type { LiveState } from './live-state'
import { RecordDirectory } from './record-directory'
import { joinSecret } from './record-secret'
import { Snapshot, SnapshotWriter, snapshotName } from './snapshot-file'
import { unwinding } from './unwind'
import type { SealedSecret, VaultEvent } from './vault-event'
import type { VaultKeys } from './vault-keys'
import { writeHistory } from './write-history'

/** The state at the moment the journal was changed, while commits go on. */
export interface Frozen {
  generation: number
  sequence: number
  hash: Uint8Array
  image: Uint8Array
  directory: RecordDirectory
  fresh: Map<number, SealedSecret>
  recent: { record: string; n: number | undefined; events: VaultEvent[] }[]
}

/** Takes what a snapshot needs. Synchronous, so nothing can come between; costs one copy of the projection. */
export function freeze(state: LiveState, generation: number): Frozen {
  state.search.refresh()
  const numbered = <T>(entries: Iterable<[string, T]>) =>
    [...entries].map(([record, value]) => ({ record, value, n: state.numberOf(record) }))
  const fresh = new Map<number, SealedSecret>()
  for (const { n, value } of numbered(state.fresh)) if (n !== undefined) fresh.set(n, value)
  const recent = numbered(state.recent).map(({ record, value, n }) => ({ record, n, events: [...value] }))
  return {
    generation,
    sequence: state.sequence,
    hash: state.hash,
    image: state.store.image(),
    directory: new RecordDirectory(state.directory.toBytes()),
    fresh,
    recent,
  }
}

const COPY_BYTES = 1024 * 1024

/** Writes `snapshot-<n>` and `history-<n>`, durable when it resolves; nothing refers to them yet. Cleans up after a failure. */
export async function writeGeneration(files: VaultFiles, keys: VaultKeys, old: Snapshot | undefined, frozen: Frozen) {
  const directory = new RecordDirectory(frozen.directory.toBytes())
  return unwinding(async (undo) => {
    undo(() => files.remove(snapshotName(frozen.generation)))
    undo(() => files.remove(historyName(frozen.generation)))
    const snapshot = await SnapshotWriter.create(files, frozen.generation)
    undo(() => snapshot.abandon())
    await copyBlobs(snapshot, old, frozen, directory)
    const places = await writeHistory(files, keys, {
      generation: frozen.generation,
      previous: old?.head ?? { sequence: 0, hash: new Uint8Array(32) },
      before: frozen.directory.newestSegment,
      recent: frozen.recent,
      placeOf: (n) => frozen.directory.history(n),
    })
    for (const [n, place] of places) directory.setHistory(n, place)
    await snapshot.finish({ vaultId: keys.vaultId, index: keys.index }, frozen, frozen.image, directory.toBytes())
    await files.syncFolder()
    return Snapshot.open(files, frozen.generation, { vaultId: keys.vaultId, index: keys.index })
  })
}

/** Blobs move as they are, sealed; they are bound to their record, not to a file. */
async function copyBlobs(writer: SnapshotWriter, old: Snapshot | undefined, frozen: Frozen, directory: RecordDirectory) {
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
  let last = frozen.directory.last
  for (const n of frozen.fresh.keys()) last = Math.max(last, n)
  for (let n = 0; n <= last; n++) {
    const fresh = frozen.fresh.get(n)
    const place = fresh ? undefined : frozen.directory.blob(n)
    const blob = fresh ? joinSecret(fresh) : place && old ? await old.readBlob(place) : undefined
    if (!blob) continue
    pending.push({ n, blob })
    size += blob.length
    if (size >= COPY_BYTES) await flush()
  }
  if (size > 0) await flush()
}
