import type { OpenFile, VaultFiles } from '../port'
import { decodeHistoryHead, HISTORY_HEAD_BYTES, type HistoryHead, historyName, type PageEntry, readIndex } from './history-file'
import { decodePageHead, openPage, PAGE_HEAD_BYTES, PAGE_MARK, type PageKeys } from './history-page'
import { parseEvent } from './history-segment'
import { OpenError } from './seal'
import { type TrailDamage, type TrailPage, type TrailSection, unknownTimes } from './trail-section'

const WINDOW_BYTES = 64 * 1024

interface ReadSegment {
  pages: PageEntry[]
  damage: TrailDamage[]
  /** The segment before it; undefined where its head cannot be read. */
  before: number | undefined
}

/** Where the pages of a segment of format 2 are: by its index, or without one by their own heads. */
export async function readSegment(file: OpenFile, keys: PageKeys, segment: number): Promise<ReadSegment> {
  const headBytes = await file.read(0, HISTORY_HEAD_BYTES)
  const head = orDamaged(() => decodeHistoryHead(headBytes, segment))
  const sealed = head && (await file.read(head.pagesEnd, head.indexLength))
  const pages = sealed && orDamaged(() => readIndex(keys, segment, headBytes, sealed))
  if (head && pages) return { pages, damage: [], before: head.before }
  const walked = await walk(file, historyName(segment), head)
  const offset = head ? head.pagesEnd : 0
  return { ...walked, damage: [...walked.damage, { file: historyName(segment), offset }], before: head?.before }
}

function orDamaged<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof OpenError) return undefined
    throw error
  }
}

export function segmentSection(files: VaultFiles, keys: PageKeys, segment: number, { pages, damage }: ReadSegment): TrailSection {
  return { pages: pages.map((entry) => trailPage(files, keys, segment, entry)), damage }
}

function trailPage(files: VaultFiles, keys: PageKeys, segment: number, entry: PageEntry): TrailPage {
  const { first, last, earliest, latest, offset } = entry
  const read: TrailPage['read'] = async () => {
    const file = await files.open(historyName(segment))
    try {
      const bytes = await file.read(offset, entry.length)
      const head = decodePageHead(bytes)
      if (head === undefined) throw new OpenError(`history page:${offset}`)
      const opened = openPage(keys, { segment, offset }, bytes)
      const isKnown = head.first === 1 || head.previousHash.some((byte) => byte !== 0)
      return {
        events: opened.map((event) => ({ bytes: event.bytes, event: parseEvent(event.bytes) })),
        previousHash: isKnown ? head.previousHash : undefined,
      }
    } finally {
      await file.close()
    }
  }
  return { first, last, earliest, latest, place: { file: historyName(segment), offset }, read }
}

/** Finds the pages by their heads alone: from one to the next, and where there is none that is whole, on to the next mark. */
async function walk(file: OpenFile, name: string, segmentHead: HistoryHead | undefined) {
  const end = Math.min(await file.size(), segmentHead?.pagesEnd ?? Number.POSITIVE_INFINITY)
  const pages: PageEntry[] = []
  const damage: TrailDamage[] = []
  let offset = HISTORY_HEAD_BYTES
  while (offset < end) {
    const head = decodePageHead(await file.read(offset, PAGE_HEAD_BYTES))
    const length = PAGE_HEAD_BYTES + (head?.length ?? 0)
    if (head && offset + length <= end) {
      const { count, first, last } = head
      pages.push({ offset, length, count, first, last, ...unknownTimes })
      offset += length
      continue
    }
    const next = await nextMark(file, offset + 1, end)
    // Without the head it is not known where the pages end: after the last there is the index, which is none.
    if (next < end || segmentHead) damage.push({ file: name, offset })
    offset = next
  }
  return { pages, damage }
}

async function nextMark(file: OpenFile, from: number, end: number): Promise<number> {
  for (let at = from; at < end; at += WINDOW_BYTES) {
    // A mark may lie across two windows.
    const bytes = await file.read(at, Math.min(WINDOW_BYTES + PAGE_MARK.length - 1, end - at))
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(PAGE_MARK)
    if (found !== -1) return at + found
  }
  return end
}
