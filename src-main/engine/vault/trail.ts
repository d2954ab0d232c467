import { setImmediate as turn } from 'node:timers/promises'
import type { VaultFiles } from '../port'
import { firstFormatSection } from './first-format-history'
import { generationsOf } from './generations'
import { historyName, isFirstFormat } from './history-file'
import { readSegment, segmentSection } from './history-walk'
import { eventBytes } from './journal-record'
import type { RecordDirectory } from './record-directory'
import { type TrailPage, type TrailParts, type TrailSection, unknownTimes } from './trail-section'
import type { VaultEvent } from './vault-event'

const JOURNAL_PAGE = 128

/**
 * All events of a vault as they are at the moment that this is made, whatever is committed or compacted meanwhile. Files of history
 * are never changed, so only what the journal has is taken down at once, and only when it is asked for at that moment.
 */
export class Trail {
  readonly sequence: number
  readonly hash: Uint8Array
  private readonly directory: RecordDirectory
  private readonly recent: VaultEvent[]

  /** @param below as far as the caller will look; what is above it in the journal is not taken down */
  constructor(
    private readonly parts: TrailParts,
    below = Number.POSITIVE_INFINITY,
  ) {
    const { state } = parts
    this.sequence = state.sequence
    this.hash = state.hash
    this.directory = state.directory
    this.recent = below > state.snapshotSequence + 1 ? inOrder(state.recent.values(), state.snapshotSequence) : []
  }

  /** Newest first; opens no file before it is asked for it. A section may repeat events of a later one where a head is damaged. */
  async *sections(): AsyncGenerator<TrailSection> {
    if (this.recent.length > 0) yield this.journal()
    const { files, keys } = this.parts
    for (let segment = this.directory.newestSegment; segment > 0; ) {
      const file = await openOrNothing(files, segment)
      if (file === undefined) {
        yield { pages: [], damage: [{ file: historyName(segment), offset: 0 }] }
        segment = await lowerSegment(files, segment)
        continue
      }
      let before: number | undefined
      try {
        if (isFirstFormat(await file.read(0, 8))) {
          yield await firstFormatSection(this.parts, this.directory, segment)
          return
        }
        const found = await readSegment(file, keys, segment)
        before = found.before
        yield segmentSection(files, keys, segment, found)
      } finally {
        await file.close()
      }
      segment = before ?? (await lowerSegment(files, segment))
    }
  }

  /** Pages by falling sequence, those that `wanted` refuses unopened. No event comes twice; what is damaged is passed over. */
  async *backward(wanted: (page: TrailPage) => boolean): AsyncGenerator<TrailPage> {
    let below = Number.POSITIVE_INFINITY
    for await (const section of this.sections()) {
      for (const page of section.pages.toReversed()) {
        if (page.first >= below) continue
        below = page.first
        if (wanted(page)) yield page
        await turn()
      }
    }
  }

  /** Sections by rising sequence, of which those that end before `from` are left out. Holds their pages' places, and no event. */
  async forward(from = 1): Promise<TrailSection[]> {
    const sections: TrailSection[] = []
    for await (const section of this.sections()) {
      sections.unshift(section)
      const first = section.pages[0]?.first
      if (first !== undefined && first <= from) break
    }
    return sections
  }

  private journal(): TrailSection {
    const pages: TrailPage[] = []
    for (let at = 0; at < this.recent.length; ) {
      const page = journalPage(this.recent, at)
      pages.push(page)
      at += page.last - page.first + 1
    }
    return { pages, damage: [] }
  }
}

function journalPage(recent: readonly VaultEvent[], from: number): TrailPage {
  const first = recent[from]?.sequence ?? 0
  let to = from + 1
  while (to < recent.length && to - from < JOURNAL_PAGE && recent[to]?.sequence === first + to - from) to++
  const events = recent.slice(from, to)
  return {
    ...{ first, last: first + events.length - 1, place: undefined, ...unknownTimes },
    read: async () => ({
      events: events.map((event) => ({ event, bytes: eventBytes(event) })),
      previousHash: undefined,
    }),
  }
}

/** Sequences have few gaps, so each event's place is known without comparing any two. */
function inOrder(records: Iterable<readonly VaultEvent[]>, after: number): VaultEvent[] {
  const slots: (VaultEvent | undefined)[] = []
  for (const events of records) for (const event of events) slots[event.sequence - after - 1] = event
  return slots.filter((event) => event !== undefined)
}

async function openOrNothing(files: VaultFiles, segment: number) {
  const isThere = (await files.list()).includes(historyName(segment))
  return isThere ? files.open(historyName(segment)) : undefined
}

/** Where a head does not say which segment was before, the next one that there is. 0 when there is none. */
async function lowerSegment(files: VaultFiles, segment: number): Promise<number> {
  return generationsOf(await files.list(), 'history').findLast((candidate) => candidate < segment) ?? 0
}
