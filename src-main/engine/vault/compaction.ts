import type { VaultFiles } from '../port'
import type { CarryBlob } from './carry-blob'
import { historyName } from './history-file'
import type { LiveState } from './live-state'
import { RecordDirectory } from './record-directory'
import { joinSecret } from './record-secret'
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
  image: Uint8Array
  search: Uint8Array
  directory: RecordDirectory
  fresh: Map<number, SealedSecret>
  recent: { record: string; n: number | undefined; events: VaultEvent[] }[]
}

/** Takes what a snapshot needs. Synchronous, so nothing can come between; costs one copy of the projection. */
export function freeze(state: LiveState, generation: number): Frozen {
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
    search: state.search.toBytes(),
    directory: new RecordDirectory(state.directory.toBytes()),
    fresh,
    recent,
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
      recent: frozen.recent,
      placeOf: (n) => frozen.directory.history(n),
    })
    for (const [n, place] of places) directory.setHistory(n, place)
    const { vaultId, index } = keys
    const parts = { image: frozen.image, directory: directory.toBytes(), search: frozen.search }
    await snapshot.finish({ vaultId, index }, frozen, parts, turns)
    await files.syncFolder()
    return readBack(compacting, frozen.generation)
  })
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

async function copyBlobs(writer: SnapshotWriter, compacting: Compacting, frozen: Frozen, directory: RecordDirectory) {
  const { old, recordOf, carry, turns } = compacting
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
    const found = fresh ? joinSecret(fresh) : place && old ? await old.readBlob(place) : undefined
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
