import { generationsOf } from './generations'
import { historyName, isFirstFormat } from './history-file'
import { openPage } from './history-page'
import { openFirstFormat, parseEvent } from './history-segment'
import { readSegment } from './history-walk'
import { eventBytes } from './journal-record'
import type { HistoryPlace, RecordDirectory } from './record-directory'
import { OpenError } from './seal'
import type { Store } from './store'
import {
  type TrailDamage,
  type TrailEvent,
  type TrailPage,
  type TrailParts,
  type TrailSection,
  unknownTimes,
} from './trail-section'

/**
 * Events that were compacted before there were pages, in order of sequence. Their blocks have no order and no heads, so every
 * record's chain is followed once; kept is where each event is, 24 bytes, and a block is opened again when its event is asked for.
 */
export async function firstFormatSection(parts: TrailParts, directory: RecordDirectory, newest: number): Promise<TrailSection> {
  const damage: TrailDamage[] = []
  const found: { sequence: number; record: string; at: HistoryPlace }[] = []
  for (const [record, root] of await roots(parts, directory, newest)) {
    let at: HistoryPlace | null = root
    while (at) {
      const place: HistoryPlace = at
      const block = await readBlock(parts, record, place)
      if (block === undefined) damage.push({ file: historyName(place.segment), offset: place.offset })
      for (const { sequence } of block?.events ?? []) found.push({ sequence, record, at: place })
      at = block?.before ?? null
    }
  }
  found.sort((a, b) => a.sequence - b.sequence)
  const pages: TrailPage[] = []
  for (let at = 0; at < found.length; ) {
    const run = runFrom(found, at)
    pages.push(pageOf(parts, run))
    at += run.length
  }
  return { pages, damage }
}

const PAGE_EVENTS = 64

function runFrom<T extends { sequence: number }>(found: readonly T[], from: number): T[] {
  const first = found[from]?.sequence ?? 0
  let to = from + 1
  while (to < found.length && to - from < PAGE_EVENTS && found[to]?.sequence === first + to - from) to++
  return found.slice(from, to)
}

function pageOf(parts: TrailParts, run: readonly { sequence: number; record: string; at: HistoryPlace }[]): TrailPage {
  return {
    ...{ first: run[0]?.sequence ?? 0, last: run.at(-1)?.sequence ?? 0, place: firstPlace(run), ...unknownTimes },
    read: async () => {
      const opened = new Map<string, TrailEvent[]>()
      const events: TrailEvent[] = []
      for (const { sequence, record, at } of run) {
        const key = `${at.segment}:${at.offset}`
        const block = opened.get(key) ?? (await readBlock(parts, record, at))?.events.map(withBytes)
        const event = block?.find((candidate) => candidate.event.sequence === sequence)
        if (block === undefined || event === undefined) throw new OpenError(`history block:${key}`)
        opened.set(key, block)
        events.push(event)
      }
      return { events, previousHash: undefined }
    },
  }
}

function firstPlace([one]: readonly { at: HistoryPlace }[]): TrailDamage | undefined {
  return one && { file: historyName(one.at.segment), offset: one.at.offset }
}

const withBytes = (event: TrailEvent['event']): TrailEvent => ({ event, bytes: eventBytes(event) })

/** undefined where it is damaged or missing. */
async function readBlock({ files, keys }: TrailParts, record: string, at: HistoryPlace) {
  const sealed = await readPlace(files, at)
  return sealed && orUnreadable(openFirstFormat, keys, record, at, sealed)
}

function orUnreadable<Args extends unknown[], T>(open: (...args: Args) => T, ...args: Args): T | undefined {
  try {
    return open(...args)
  } catch (error) {
    if (error instanceof OpenError) return undefined
    throw error
  }
}

async function readPlace(files: TrailParts['files'], { segment, offset, length }: HistoryPlace) {
  if (!(await files.list()).includes(historyName(segment))) return undefined
  const file = await files.open(historyName(segment))
  try {
    return await file.read(offset, length)
  } finally {
    await file.close()
  }
}

/** The newest block of each record: named by the directory, or by the record's oldest page. */
async function roots(parts: TrailParts, directory: RecordDirectory, newest: number): Promise<Map<string, HistoryPlace>> {
  const found = new Map<string, HistoryPlace>()
  for (const { record, n } of numberedRecords(parts.state.store)) {
    const at = directory.history(n)
    if (at && at.segment <= newest) found.set(record, at)
  }
  for (const segment of generationsOf(await parts.files.list(), 'history')) {
    if (segment > newest) await rootsInPages(parts, segment, newest, found)
  }
  return found
}

async function rootsInPages(parts: TrailParts, segment: number, newest: number, found: Map<string, HistoryPlace>) {
  const file = await parts.files.open(historyName(segment))
  try {
    if (isFirstFormat(await file.read(0, 8))) return
    const { pages } = await readSegment(file, parts.keys, segment)
    for (const { offset, length } of pages) {
      const events = orUnreadable(openPage, parts.keys, { segment, offset }, await file.read(offset, length))
      for (const { before, bytes } of events ?? []) {
        if (before && before.segment <= newest) found.set(parseEvent(bytes).record, before)
      }
    }
  } finally {
    await file.close()
  }
}

function numberedRecords(store: Store): { record: string; n: number }[] {
  const rows = store.all(
    `SELECT id AS record, n FROM connection UNION ALL SELECT 'app:' || type, n FROM provider_app
     UNION ALL SELECT 'signer:' || subject, n FROM signer UNION ALL SELECT id, n FROM recipe
     UNION ALL SELECT id, n FROM grant_given UNION ALL SELECT id, n FROM deployment
     UNION ALL SELECT id, n FROM run UNION ALL SELECT id, n FROM inbox UNION ALL SELECT id, n FROM purged`,
  )
  return [{ record: 'vault', n: 0 }, ...rows.map(({ record, n }) => ({ record: String(record), n: Number(n) }))]
}
