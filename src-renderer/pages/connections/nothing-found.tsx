import { Plug, SearchX } from 'lucide-react'
import { useLocation } from 'wouter'
import { connectionsWords } from '../../../src-shared/words/en/connections'
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
        title={connectionsWords.nothingYet}
        action={
          <Button look="primary" onClick={() => navigate(paths.directory)}>
            {connectionsWords.choose}
          </Button>
        }
      >
        {connectionsWords.nothingYetWhy}
      </EmptyState>
    )
  }
  const words = filterWords(filter, (wanted) => cards?.find(({ type }) => type === wanted)?.name)
  return (
    <EmptyState
      icon={SearchX}
      title={connectionsWords.noMatch}
      action={<Button onClick={onClear}>{connectionsWords.clear}</Button>}
    >
      {connectionsWords.narrowedTo(words)} {filter.query !== undefined && connectionsWords.howSearchLooks}
    </EmptyState>
  )
}
