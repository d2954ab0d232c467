import { SearchX } from 'lucide-react'
import { type RefObject, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import type { DirectoryCard } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { directoryWords } from '../../../src-shared/words/en/directory'
import { ConnectionRows } from '../../components/connection-rows/connection-rows'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { EmptyState } from '../../components/empty-state'
import { linkLook } from '../../components/link-look'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { matchCards } from '../../lib/card-groups'
import { filterToQuery } from '../../lib/connection-filter'
import { paths } from '../../lib/paths'
import { CardGrid } from './card-grid'

interface DirectorySearchProps {
  cards: readonly DirectoryCard[]
  query: string
  /** Filled with the handler of keys that are typed in the search field. */
  searchKey: RefObject<((event: React.KeyboardEvent) => boolean) | undefined>
}

/** What the search finds: services by name at once, connections as the engine answers. */
export function DirectorySearch({ cards, query, searchKey }: DirectorySearchProps) {
  const [, navigate] = useLocation()
  const list = useConnectionList({ query })
  const open = (id: string | undefined) => id !== undefined && navigate(paths.connection(id))
  const active = useActiveRow({ total: list.total ?? 0, open: (index) => open(list.idAt(index)), scope: query, main: true })
  const found = matchCards(cards, query)

  useEffect(() => {
    searchKey.current = active.onSearchKey
    return () => {
      searchKey.current = undefined
    }
  })

  if (list.total === 0 && found.length === 0) {
    return (
      <EmptyState icon={SearchX} title={commonWords.nothingMatches(query)}>
        {directoryWords.nothingFoundWhy}
      </EmptyState>
    )
  }
  return (
    <>
      {found.length > 0 && (
        <Section title={directoryWords.services}>
          <CardGrid cards={found} />
        </Section>
      )}
      {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.total !== undefined && list.total > 0 && (
        <Section
          title={directoryWords.connections}
          note={<span role="status">{commonWords.number(list.total)}</span>}
          action={
            <Link href={paths.connections(filterToQuery({ query }))} className={linkLook}>
              {directoryWords.filterThese}
            </Link>
          }
        >
          <ConnectionRows
            label={directoryWords.connectionsFound}
            total={list.total}
            idAt={list.idAt}
            active={active}
            onReach={list.reach}
            onOpen={open}
            withMark
          />
        </Section>
      )}
    </>
  )
}
