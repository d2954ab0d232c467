import { Plug, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { TypeView } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { typeWords } from '../../../src-shared/words/en/type'
import { Button } from '../../components/button'
import { ConnectionRows } from '../../components/connection-rows/connection-rows'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { EmptyState } from '../../components/empty-state'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'
import { useDebounced } from '../../lib/use-debounced'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useRowHeadings } from './use-row-headings'

interface TypeConnectionsProps {
  view: TypeView
  /** Undefined while this type cannot be added: no app yet, or the operator provides it. */
  onAdd: (() => void) | undefined
  adding: boolean
}

/** Below this a search field is more to read than the list. */
const worthSearching = 8

export function TypeConnections({ view, onAdd, adding }: TypeConnectionsProps) {
  const [, navigate] = useLocation()
  const added = new URLSearchParams(useSearch()).get('added') ?? undefined
  const [search, setSearch] = useState('')
  const query = useDebounced(search.trim(), 90)
  const filter = { type: view.type, query: query === '' ? undefined : query }
  const list = useConnectionList(filter)
  const headings = useRowHeadings(filter, list.total)
  const field = useRef<HTMLInputElement>(null)
  const open = (id: string | undefined) => id !== undefined && navigate(paths.connection(id))
  const active = useActiveRow({ total: list.total ?? 0, open: (index) => open(list.idAt(index)), scope: query, main: true })
  const searchable = search !== '' || (list.total ?? 0) > worthSearching
  useShortcuts(searchable ? { '/': () => field.current?.select() } : {})

  // Without an app there is one thing to do, and it stands above.
  if (onAdd === undefined && list.total === 0 && query === '') return null
  return (
    <Section
      title={typeWords.connections}
      note={list.total !== undefined && list.total > 0 && <span role="status">{commonWords.number(list.total)}</span>}
      action={
        searchable && (
          <div className="w-64 max-w-full">
            <SearchField
              ref={field}
              label={typeWords.search(view.name)}
              value={search}
              onChange={setSearch}
              onKeyDown={active.onSearchKey}
            />
          </div>
        )
      }
    >
      {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {(list.total === undefined || headings === undefined) && list.problem === undefined && (
        <div className="skeleton h-[146px]" aria-hidden />
      )}
      {list.total === 0 && query !== '' && (
        <EmptyState icon={SearchX} title={commonWords.nothingMatches(query)}>
          {typeWords.nothingFoundWhy}
        </EmptyState>
      )}
      {list.total === 0 && query === '' && (
        <EmptyState
          icon={Plug}
          title={typeWords.none(view.name)}
          action={
            onAdd !== undefined && (
              <Button look="primary" busy={adding} onClick={onAdd}>
                {typeWords.add}
              </Button>
            )
          }
        >
          {view.creation === 'fields'
            ? typeWords.noneKey
            : typeWords.noneApprove(view.fields.length > 0 ? typeWords.thatService : view.name)}
        </EmptyState>
      )}
      {list.total !== undefined && list.total > 0 && headings !== undefined && (
        <ConnectionRows
          label={typeWords.connectionsOf(view.name)}
          total={list.total}
          idAt={list.idAt}
          active={active}
          headings={headings}
          onReach={list.reach}
          onOpen={open}
          highlight={added}
        />
      )}
    </Section>
  )
}
