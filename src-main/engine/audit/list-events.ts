import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { AuditEntry } from '../../../src-shared/contract/audit'
import type { Actor } from '../../../src-shared/domain/actor'
import { historyWords } from '../../../src-shared/words/en/history'
import { invalidInput } from '../error'
import { OpenError } from '../vault/seal'
import type { TrailEvent, TrailPage } from '../vault/trail-section'
import { auditEntry } from './entry'
import { type EventFilter, eventFilter } from './filter'
import { RecordLabels } from './labels'
import type { AuditParts } from './use-cases'
import { withheldFrom } from './withheld'

/** A call looks through so many pages at most, so that one that finds little ends all the same; the cursor goes on from there. */
const MOST_PAGES = 200

type Input = Inputs['audit']['list']

/** Events below the cursor that pass the filter, newest first. What is damaged is passed over; `verify` reports it. */
export async function listEvents(parts: AuditParts, actor: Actor, input: Input): Promise<Outputs['audit']['list']> {
  const { cursor, limit = 50, ...wanted } = input
  const filter = eventFilter(wanted)
  const below = positionOf(cursor)
  const isWithheld = withheldFrom(parts.vault.store, actor)
  const labels = new RecordLabels(parts.vault.store, parts.providers)
  const items: AuditEntry[] = []
  const trail = parts.vault.trail(below)
  let opened = 0
  for await (const page of trail.backward((candidate) => candidate.first < below && filter.page(candidate))) {
    for (const found of (await eventsOf(page)).toReversed()) {
      if (found.event.sequence >= below || !filter.event(found.event) || isWithheld(found)) continue
      const entry = auditEntry(found.event, labels)
      if (!filter.entry(entry)) continue
      items.push(entry)
      if (items.length === limit) return { items, nextCursor: cursorAt(entry.sequence) }
    }
    if (++opened === MOST_PAGES) return { items, nextCursor: cursorAt(page.first) }
  }
  return { items, nextCursor: null }
}

async function eventsOf(page: TrailPage): Promise<TrailEvent[]> {
  try {
    return (await page.read()).events
  } catch (error) {
    if (error instanceof OpenError) return []
    throw error
  }
}

/** A record's own events are found through its chain, however far apart they are. */
export async function listRecord(
  parts: AuditParts,
  actor: Actor,
  record: string,
  input: Input,
): Promise<Outputs['audit']['list']> {
  const { cursor, limit = 50, ...wanted } = input
  const filter: EventFilter = eventFilter(wanted)
  const labels = new RecordLabels(parts.vault.store, parts.providers)
  const items: AuditEntry[] = []
  const isWithheld = withheldFrom(parts.vault.store, actor)
  let below: number | undefined = positionOf(cursor)
  for (let pages = 0; below !== undefined && pages < MOST_PAGES; pages++) {
    const page = await parts.vault.history(record, limit, below)
    for (const event of page.events) {
      if (!filter.event(event) || isWithheld({ event, bytes: Buffer.from(JSON.stringify(event)) })) continue
      const entry = auditEntry(event, labels)
      if (!filter.entry(entry)) continue
      items.push(entry)
      if (items.length === limit) return { items, nextCursor: cursorAt(event.sequence) }
    }
    below = page.next
  }
  return { items, nextCursor: below === undefined ? null : cursorAt(below) }
}

const cursorAt = (sequence: number): string | null => (sequence > 1 ? String(sequence) : null)

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9][0-9]{0,15}$/.test(cursor)) throw invalidInput('cursor', historyWords.notACursor)
  return Number(cursor)
}
