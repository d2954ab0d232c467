import type { AuditEntry, AuditFilter } from '../../../src-shared/contract/audit'
import { auditGroupOf } from '../../../src-shared/domain/audit-group'
import { auditWords } from '../../../src-shared/words/en/audit'
import { invalidInput } from '../error'
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
  const words = folded(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
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
      if (words.length === 0) return true
      const text = folded(`${entry.subject} ${entry.actor?.label ?? ''} ${entry.message} ${entry.kind}`)
      return words.every((word) => text.includes(word) || word === entry.record.toLowerCase())
    },
  }
}

/** Neither case nor accents count. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
