import { setImmediate as turn } from 'node:timers/promises'
import type { OpenFile, VaultFiles } from '../port'
import { sha256 } from './canonical'
import { encodeHistoryHead, HISTORY_HEAD_BYTES, historyName, indexLength, type PageEntry, sealIndex } from './history-file'
import { type PagedEvent, type PageKeys, sealPage } from './history-page'
import { eventBytes } from './journal-record'
import type { HistoryPlace } from './record-directory'
import { unwinding } from './unwind'
import type { VaultEvent } from './vault-event'

/** A page is closed by whichever it comes to first; an event that is longer has one of its own. */
const PAGE_BYTES = 32 * 1024
const PAGE_EVENTS = 128
/** How many events are put in order between two turns of the loop. */
const EVENTS_A_TURN = 4000

export interface HistoryInput {
  generation: number
  /** The last event of the snapshot before; sequence 0 and zeros when there is none. */
  previous: { sequence: number; hash: Uint8Array }
  /** The newest segment that the directory refers to; 0 when there is none. */
  before: number
  /** The events since, by record, in any order of records. `n` is undefined where the record has no place in the directory. */
  recent: readonly { n: number | undefined; events: readonly VaultEvent[] }[]
  /** Where the record's newest events were before. */
  placeOf(n: number): HistoryPlace | undefined
}

/** Writes `history-<generation>`, durable when it resolves, unless nothing has happened; answers the new places by record number. */
export async function writeHistory(files: VaultFiles, keys: PageKeys, input: HistoryInput): Promise<Map<number, HistoryPlace>> {
  const ordered = await inOrder(input)
  if (ordered.length === 0) return new Map()
  return unwinding(async (undo) => {
    const file = await files.open(historyName(input.generation), { create: true })
    undo(() => file.close())
    const places = await writePages(file, keys, input, ordered)
    await file.datasync()
    await file.close()
    return places
  })
}

interface Numbered {
  n: number | undefined
  event: VaultEvent
}

/** Sequences have few gaps, so each event's place is known without comparing any two. */
async function inOrder({ recent, previous }: HistoryInput): Promise<Numbered[]> {
  const slots: (Numbered | undefined)[] = []
  let taken = 0
  for (const { n, events } of recent) {
    for (const event of events) {
      slots[event.sequence - previous.sequence - 1] = { n, event }
      if (++taken % EVENTS_A_TURN === 0) await turn()
    }
  }
  return slots.filter((slot) => slot !== undefined)
}

/** What is known of the event before the one that comes next. */
interface Chain {
  sequence: number
  hash: Uint8Array
}

const unknownHash = new Uint8Array(32)

async function writePages(file: OpenFile, keys: PageKeys, input: HistoryInput, ordered: readonly Numbered[]) {
  const places = new Map<number, HistoryPlace>()
  const pages: PageEntry[] = []
  const first = ordered[0]?.event.sequence ?? 0
  let chain: Chain = input.previous
  const previousHash = hashBefore(chain, first)
  let offset = HISTORY_HEAD_BYTES
  for (let at = 0; at < ordered.length; ) {
    const page = takePage(ordered, at, (n) => places.get(n) ?? input.placeOf(n))
    const range = { first: page.first, last: page.last, previousHash: hashBefore(chain, page.first) }
    const bytes = sealPage(keys, { segment: input.generation, offset }, range, page.events)
    await file.write(offset, bytes)
    pages.push({ ...page.span, offset, length: bytes.length, count: page.events.length, first: page.first, last: page.last })
    for (const n of page.records) places.set(n, { segment: input.generation, offset, length: bytes.length })
    chain = { sequence: page.last, hash: page.lastHash }
    offset += bytes.length
    at += page.events.length
    await turn()
  }
  const head = encodeHistoryHead({
    ...{ generation: input.generation, before: input.before, first, last: chain.sequence, previousHash },
    ...{ pagesEnd: offset, indexLength: indexLength(pages.length) },
  })
  await file.write(offset, sealIndex(keys, input.generation, head, pages))
  await file.write(0, head)
  return places
}

const hashBefore = (chain: Chain, sequence: number) => (chain.sequence + 1 === sequence ? chain.hash : unknownHash)

/** The events of the page that begins at `from`. A page has no gap in it, so that its chain is whole. */
function takePage(ordered: readonly Numbered[], from: number, placeOf: (n: number) => HistoryPlace | undefined) {
  const events: PagedEvent[] = []
  const records = new Set<number>()
  const span = { earliest: Number.POSITIVE_INFINITY, latest: Number.NEGATIVE_INFINITY }
  const first = ordered[from]?.event.sequence ?? 0
  let size = 0
  for (let i = from; i < ordered.length && events.length < PAGE_EVENTS; i++) {
    const { n, event } = ordered[i] as Numbered
    if (event.sequence !== first + events.length) break
    const bytes = eventBytes(event)
    if (events.length > 0 && size + bytes.length > PAGE_BYTES) break
    events.push({ bytes, before: n === undefined ? undefined : placeOf(n) })
    if (n !== undefined) records.add(n)
    size += bytes.length
    const at = Date.parse(event.at)
    span.earliest = Math.min(span.earliest, at)
    span.latest = Math.max(span.latest, at)
  }
  const lastBytes = events.at(-1)?.bytes ?? new Uint8Array()
  return { events, records, span, first, last: first + events.length - 1, lastHash: sha256(lastBytes) }
}
