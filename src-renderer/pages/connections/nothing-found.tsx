import { Plug, SearchX } from 'lucide-react'
import { useLocation } from 'wouter'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { type ConnectionFilter, isFiltered } from '../../lib/connection-filter'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'
import { filterWords } from './filter-words'

interface NothingFoundProps {
  filter: ConnectionFilter
  onClear(): void
}

/** Nothing is connected at all, or what narrows the list leaves nothing: then it says what does. */
export function NothingFound({ filter, onClear }: NothingFoundProps) {
  const [, navigate] = useLocation()
  const cards = useConnect((state) => state.cards)
  if (!isFiltered(filter)) {
    return (
      <EmptyState
        icon={Plug}
        title="Nothing is connected yet"
        action={
          <Button look="primary" onClick={() => navigate(paths.directory)}>
            Choose a service
          </Button>
        }
      >
        Connections of every service stand here once there are some.
      </EmptyState>
    )
  }
  const words = filterWords(filter, (wanted) => cards?.find(({ type }) => type === wanted)?.name)
  return (
    <EmptyState icon={SearchX} title="No connection matches" action={<Button onClick={onClear}>Clear filters</Button>}>
      You narrowed the list to {words.join(' · ')}.{' '}
      {filter.query !== undefined && 'Search looks at the beginning of each word in names, accounts, ids and types.'}
    </EmptyState>
  )
}
