import { Plug } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { directoryWords } from '../../../src-shared/words/en/directory'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { linkLook } from '../../components/link-look'
import { Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { groupCards } from '../../lib/card-groups'
import { paths } from '../../lib/paths'
import { useDebounced } from '../../lib/use-debounced'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { CardGrid } from './card-grid'
import { CardSkeletons } from './card-skeletons'
import { DirectorySearch } from './directory-search'
import { NeedsAttention } from './needs-attention'
import { useCardKeys } from './use-card-keys'

export default function DirectoryPage() {
  useTitle(directoryWords.title)
  const cards = useConnect((state) => state.cards)
  const problem = useConnect((state) => state.cardsProblem)
  const loadCards = useConnect((state) => state.loadCards)
  const ownsVault = useConnect((state) => state.ownsVault)
  const [search, setSearch] = useState('')
  const query = useDebounced(search.trim(), 90)
  const field = useRef<HTMLInputElement>(null)
  const searchKey = useRef<(event: React.KeyboardEvent) => boolean>(undefined)
  const grid = useCardKeys()

  useEffect(() => void loadCards(), [loadCards])
  useShortcuts({ '/': () => field.current?.select() })

  return (
    <Page>
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-title tracking-tight">{directoryWords.title}</h1>
          <p className="text-muted">{directoryWords.lead}</p>
        </div>
        {ownsVault && (
          <Link href={paths.import} className={linkLook}>
            {directoryWords.importKeys}
          </Link>
        )}
        <div className="w-full sm:w-72">
          <SearchField
            ref={field}
            label={directoryWords.search}
            value={search}
            onChange={setSearch}
            onKeyDown={(event) => {
              if (searchKey.current?.(event) !== true && event.key === 'ArrowDown') grid.enter(event)
            }}
          />
        </div>
      </header>
      <div ref={grid.ref} className="flex flex-col gap-7">
        {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void loadCards()} />}
        {search.trim() !== '' && query !== '' ? (
          <DirectorySearch cards={cards ?? []} query={query} searchKey={searchKey} />
        ) : cards === undefined ? (
          problem === undefined && <CardSkeletons />
        ) : (
          <Groups cards={cards} />
        )}
      </div>
    </Page>
  )
}

function Groups({ cards }: { cards: Parameters<typeof groupCards>[0] }) {
  const [, navigate] = useLocation()
  const attention = useConnect((state) => state.attentionCount) ?? 0
  const groups = groupCards(cards)
  const first = cards.find(({ managed }) => !managed)
  return (
    <>
      {groups.yours.length === 0 && first !== undefined && (
        <EmptyState
          icon={Plug}
          title={directoryWords.nothingYet}
          action={
            <Button look="primary" onClick={() => navigate(paths.type(first.type))}>
              {directoryWords.setUp(first.name)}
            </Button>
          }
        >
          {directoryWords.nothingYetWhy}
        </EmptyState>
      )}
      {groups.yours.length > 0 && (
        <Section
          title={directoryWords.yours}
          action={
            <Link href={paths.connections()} className={linkLook}>
              {directoryWords.allConnections}
            </Link>
          }
        >
          <CardGrid cards={groups.yours} />
        </Section>
      )}
      {attention > 0 && <NeedsAttention />}
      {groups.managed.length > 0 && (
        <Section title={directoryWords.managed}>
          <CardGrid cards={groups.managed} />
        </Section>
      )}
      {groups.available.length > 0 && (
        <Section title={directoryWords.available}>
          <CardGrid cards={groups.available} />
        </Section>
      )}
    </>
  )
}
