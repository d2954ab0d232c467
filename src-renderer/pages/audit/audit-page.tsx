import { ScrollText, SearchX } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { AuditEntry } from '../../../src-shared/contract/audit'
import { auditWords as words } from '../../../src-shared/words/en/audit'
import { Button } from '../../components/button'
import { OptionRow } from '../../components/connection-rows/option-row'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { EmptyState } from '../../components/empty-state'
import { Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { type AuditView, auditFilterOf, auditViewFrom, auditViewToQuery, endsBeforeItBegins } from '../../lib/audit-filter'
import { pageOfRecord } from '../../lib/audit-look'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useDebounced } from '../../lib/use-debounced'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { OwnerNotice } from '../settings/owner-notice'
import { AuditFilters } from './audit-filters'
import { EventRow, eventRowHeight } from './event-row'
import { Proof } from './proof'
import { useAudit } from './use-audit'

/** Everything that was done in this vault, newest first. */
export default function AuditPage() {
  useTitle(words.title)
  const ownsVault = useConnect((state) => state.ownsVault)
  useShortcuts({ Escape: useBack(paths.directory) })
  return (
    <Page>
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-title tracking-tight">{words.title}</h1>
        <p className="text-muted">{words.lead}</p>
      </header>
      <OwnerNotice />
      {ownsVault && <Events />}
    </Page>
  )
}

function Events() {
  const search = useSearch()
  const [, navigate] = useLocation()
  const view = useMemo(() => auditViewFrom(search), [search])
  const [typed, setTyped] = useState(view.query ?? '')
  const query = useDebounced(typed.trim(), 150)
  const field = useRef<HTMLInputElement>(null)
  const change = (part: Partial<AuditView>) => navigate(paths.audit(auditViewToQuery({ ...view, ...part })), { replace: true })
  const clear = () => {
    setTyped('')
    navigate(paths.audit(), { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed goes into the address, and nothing else does here.
  useEffect(() => {
    if (query !== (view.query ?? '')) change({ query })
  }, [query])
  // A time until now is one moment for the whole list, so that its pages fit together.
  const filter = useMemo(() => auditFilterOf(endsBeforeItBegins(view) ? { ...view, toDay: undefined } : view, Date.now()), [view])
  const list = useAudit(filter)
  const entries = list.entries ?? []
  const people = usePeople(entries)
  const open = (index: number) => {
    const entry = entries[index]
    const page = entry && pageOfRecord(entry)
    if (page !== undefined) navigate(page)
  }
  // One row more while there may be earlier events: it is being read.
  const total = entries.length + (entries.length > 0 && list.more && list.problem === undefined ? 1 : 0)
  const active = useActiveRow({ total, open, scope: search, main: true })
  useShortcuts({ '/': () => field.current?.select() })
  const isFiltered = auditViewToQuery(view) !== ''
  const isEmpty = list.entries !== undefined && entries.length === 0
  return (
    <div className="-mt-3 flex flex-col gap-3">
      <Proof filter={filter} isFiltered={isFiltered} />
      <SearchField ref={field} label={words.search} value={typed} onChange={setTyped} onKeyDown={active.onSearchKey} />
      <AuditFilters
        view={view}
        people={people}
        recordName={entries.find(({ record }) => record === view.record)?.subject}
        onChange={change}
        onClear={clear}
      />
      {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.entries === undefined && list.problem === undefined && <div className="skeleton h-56" aria-hidden />}
      {isEmpty && list.loading && (
        <p role="status" className="text-muted">
          {words.searching}
        </p>
      )}
      {isEmpty && !list.loading && list.problem === undefined && <Nothing isFiltered={isFiltered} onClear={clear} />}
      {entries.length > 0 && (
        <VirtualRows
          role="listbox"
          label={words.list}
          total={total}
          rowHeight={eventRowHeight}
          active={active}
          onReach={list.reach}
        >
          {(place) => {
            const entry = entries[place.index]
            return (
              <OptionRow key={place.index} place={place} onOpen={() => open(place.index)}>
                {entry && <EventRow entry={entry} />}
              </OptionRow>
            )
          }}
        </VirtualRows>
      )}
    </div>
  )
}

/** Everyone who did something, as far as events were read; they stay while others are narrowed to. */
function usePeople(entries: readonly AuditEntry[]) {
  const known = useRef(new Map<string, NonNullable<AuditEntry['actor']>>())
  return useMemo(() => {
    for (const { actor } of entries)
      if (actor !== null && !known.current.has(actor.subject)) known.current.set(actor.subject, actor)
    return [...known.current.values()]
  }, [entries])
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  if (!isFiltered) {
    return (
      <EmptyState icon={ScrollText} title={words.nothingYet}>
        {words.nothingYetWhy}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title={words.nothingFound} action={<Button onClick={onClear}>{words.clearAll}</Button>}>
      {words.nothingFoundWhy}
    </EmptyState>
  )
}
