import type { AuditEntry, AuditFilter } from '../../../src-shared/contract/audit'
import { auditGroupOf } from '../../../src-shared/domain/audit-group'
import { auditWords } from '../../../src-shared/words/en/audit'
import { invalidInput } from '../error'
import { searchWords } from '../vault/search-words'
import type { TrailPage } from '../vault/trail-section'
import type { VaultEvent } from '../vault/vault-event'

/** Stands for whoever did what nobody did: no subject begins with it. */
const NOBODY = '-'

/** A filter as it is asked of pages, of events, and, where there are words to look for, of what people read. */
export interface EventFilter {
  page(page: TrailPage): boolean
  event(event: VaultEvent): boolean
  entry(entry: AuditEntry): boolean
}

/** Throws `INVALID_INPUT` for a time range that ends before it begins. */
export function eventFilter({ record, group, kind, actor, from, to, query }: AuditFilter): EventFilter {
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to)
  if (earliest > latest) throw invalidInput('to', auditWords.toBeforeFrom)
  const typed = (query ?? '').split(/\s+/).filter((word) => word !== '')
  return {
    page: (page) => page.latest >= earliest && page.earliest <= latest,
    event: (event) => {
      const at = Date.parse(event.at)
      if (at < earliest || at > latest) return false
      if (record !== undefined && event.record !== record) return false
      if (kind !== undefined && event.kind !== kind) return false
      if (group !== undefined && auditGroupOf(event.kind) !== group) return false
      return actor === undefined || (event.actor?.subject ?? NOBODY) === actor
    },
    entry: (entry) => {
      if (typed.length === 0) return true
      // As everywhere else: a word is found by how it begins.
      const words = searchWords(`${entry.subject} ${entry.actor?.label ?? ''} ${entry.message} ${entry.kind}`)
      const begins = (part: string) => words.some((word) => word.startsWith(part))
      return typed.every((word) => word === entry.record || (searchWords(word).length > 0 && searchWords(word).every(begins)))
    },
  }
}
