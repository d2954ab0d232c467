import { basename } from 'node:path'
import { deliveryWords } from '../../../src-shared/words/en/delivery'
import { EngineError } from '../error'
import { FolderFailure, type ReceiveFolder } from '../port'
import { fetchContent } from './fetch-content'
import { noteOutcome } from './inbox-commands'
import type { InboxParts } from './inbox-parts'
import type { InboxRow } from './inbox-row'
import { Part, partName } from './part'
import { placePart, wasPlaced } from './place-part'
import { Refusal, refusal } from './refusal'

/** So much before a cut is worth asking for the rest at once. */
const WORTH_NO_WAIT_BYTES = 16 * 1024

/** What one delivery is received with. */
export interface Reception extends Pick<InboxParts, 'clock' | 'fetch' | 'receiving' | 'vault'> {
  row: InboxRow
  folder: string
  /** Where its content is. */
  url: string
  /** What a request there carries now. */
  headers(): Promise<Readonly<Record<string, string>>>
  signal: AbortSignal
  /** Bytes that are there. */
  moved(received: number): void
  /** Resolves when it should be tried again; `failures` in a row. */
  wait(failures: number, retryAfterSeconds: number): Promise<void>
  unauthorized(): Promise<void>
}

/**
 * From an announcement to the file in its place, or a `Refusal`. Rejects with the reason of `signal` when that fires: what has arrived
 * stays, and the next time continues from there. Nothing is there under the file's name before all of it is, and is right.
 */
export async function receiveDelivery(reception: Reception): Promise<InboxRow> {
  const { receiving, row, vault } = reception
  if (await wasPlaced(receiving.folders, row, reception.signal)) return received(reception, String(row.path))
  const folder = await receiving.folders.make(reception.folder)
  try {
    await receivePart(reception, folder)
    const path = await placePart(folder, row, async (intended) => {
      await noteOutcome({ vault }, { kind: 'inbox.placing', record: row.id, data: { path: intended } })
    })
    return await received(reception, path)
  } catch (error) {
    const isFull = error instanceof FolderFailure && error.problem === 'full'
    if (!isFull && !(error instanceof Refusal)) throw error
    await folder.remove(partName(row.id))
    throw isFull ? refusal('DISK_FULL', deliveryWords.diskFull) : error
  }
}

const received = ({ vault, row }: Reception, path: string): Promise<InboxRow> =>
  noteOutcome({ vault }, { kind: 'inbox.received', record: row.id, data: { path, name: basename(path) } })

/** Until the part is whole and right. */
async function receivePart(reception: Reception, folder: ReceiveFolder): Promise<void> {
  const { row, signal } = reception
  for (;;) {
    const part = await Part.open(folder, partName(row.id), row.size, signal)
    try {
      if (row.size - part.size > (await folder.room())) throw new FolderFailure('full')
      reception.moved(part.size)
      await fill(reception, part)
      if ((await part.finish()) === row.sha256) return
    } finally {
      await part.close()
    }
    if (!part.isInherited) throw refusal('HASH_MISMATCH', deliveryWords.hashMismatch)
    await folder.remove(partName(row.id))
  }
}

async function fill(reception: Reception, part: Part): Promise<void> {
  const { fetch, clock, url, row, signal } = reception
  const { size } = row
  for (let failures = 0; part.size < size; ) {
    const from = part.size
    const headers = await unlessAborted(signal, reception.headers().catch(unlessForNow))
    const take = async (bytes: Uint8Array) => {
      await part.append(bytes)
      reception.moved(part.size)
    }
    const end =
      headers === undefined
        ? ({ kind: 'later', retryAfterSeconds: 0 } as const)
        : await fetchContent({ fetch, clock, url, headers, from, size, signal, take })
    const gained = part.size - from
    if (end.kind === 'wrong_length' || (end.kind === 'ended' && gained === 0))
      throw refusal('LENGTH_MISMATCH', deliveryWords.lengthMismatch)
    if (end.kind === 'gone') throw refusal('GONE', deliveryWords.gone)
    if (gained > 0) failures = 0
    if (part.size >= size || (gained >= WORTH_NO_WAIT_BYTES && end.kind !== 'later')) continue
    if (end.kind === 'unauthorized') await unlessAborted(signal, reception.unauthorized())
    failures++
    await reception.wait(failures, end.kind === 'later' ? end.retryAfterSeconds : 0)
  }
}

/** No token for now is a reason to wait; a connection that does not work any more ends the whole route, which others notice. */
function unlessForNow(error: unknown): undefined {
  if (!(error instanceof EngineError) || error.code === 'VAULT_LOCKED') throw error
  return undefined
}

/** A token that takes long is not waited for when the vault is being locked. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
