import { ChevronRight } from 'lucide-react'
import type { AuditEntry } from '../../../src-shared/contract/audit'
import { auditWords } from '../../../src-shared/words/en/audit'
import { RelativeTime } from '../../components/relative-time'
import { auditIcons, pageOfRecord } from '../../lib/audit-look'

export const eventRowHeight = 56

/** What a row says of an event: what happened, to what, by whom and when. */
export function EventRow({ entry }: { entry: AuditEntry }) {
  const Icon = auditIcons[entry.group]
  return (
    <>
      <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-full border border-line text-muted">
        <Icon className="size-3.5" aria-hidden />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">
          <bdi className="font-medium">{entry.subject}</bdi> <span className="text-muted">·</span> {entry.message}
        </span>
        <span className="truncate text-muted text-small">
          <span className="@md:hidden">
            <RelativeTime at={entry.at} /> ·{' '}
          </span>
          {entry.actor?.label ?? auditWords.engine} · <span className="font-mono">{entry.kind}</span>
        </span>
      </span>
      <span className="w-28 shrink-0 truncate text-right text-muted text-small @max-md:hidden">
        <RelativeTime at={entry.at} />
      </span>
      <ChevronRight
        className={`size-4 shrink-0 text-muted @max-md:hidden ${pageOfRecord(entry) === undefined ? 'invisible' : ''}`}
        aria-hidden
      />
    </>
  )
}
