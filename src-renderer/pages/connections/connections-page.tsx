import { useRef } from 'react'
import { useLocation } from 'wouter'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionsWords } from '../../../src-shared/words/en/connections'
import { ConnectionRows } from '../../components/connection-rows/connection-rows'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { filterToQuery } from '../../lib/connection-filter'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { FilterBar } from './filter-bar'
import { NothingFound } from './nothing-found'
import { PurgeRemoved } from './purge-removed'
import { useFilter } from './use-filter'

/** Every connection the person may see, of all types, narrowed by what the address says. */
export default function ConnectionsPage() {
  useTitle(connectionsWords.title)
  const [, navigate] = useLocation()
  const { filter, typed, setTyped, change, clear } = useFilter()
  const list = useConnectionList(filter)
  const field = useRef<HTMLInputElement>(null)
  const open = (id: string | undefined) => id !== undefined && navigate(paths.connection(id))
  const scope = filterToQuery(filter)
  const active = useActiveRow({ total: list.total ?? 0, open: (index) => open(list.idAt(index)), scope, main: true })
  useShortcuts({ '/': () => field.current?.select(), Escape: useBack(paths.directory) })

  return (
    <Page>
      <BackLink to={paths.directory}>{connectionsWords.back}</BackLink>
      <div className="-mt-4 flex flex-col gap-3">
        <header className="flex items-baseline gap-2">
          <h1 className="font-semibold text-title tracking-tight">{connectionsWords.title}</h1>
          <span role="status" className="text-muted">
            {list.total !== undefined && list.total > 0 && commonWords.number(list.total)}
          </span>
          {filter.status === 'revoked' && (list.total ?? 0) > 0 && <PurgeRemoved />}
        </header>
        <SearchField
          ref={field}
          autoFocus
          label={connectionsWords.search}
          value={typed}
          onChange={setTyped}
          onKeyDown={active.onSearchKey}
        />
        <FilterBar filter={filter} onChange={change} onClear={list.total === 0 ? undefined : clear} />
        {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
        {list.total === undefined && list.problem === undefined && <div className="skeleton h-[338px]" aria-hidden />}
        {list.total === 0 && <NothingFound filter={filter} onClear={clear} />}
        {list.total !== undefined && list.total > 0 && (
          <ConnectionRows
            label={connectionsWords.list}
            total={list.total}
            idAt={list.idAt}
            active={active}
            onReach={list.reach}
            onOpen={open}
            withMark
          />
        )}
      </div>
    </Page>
  )
}
