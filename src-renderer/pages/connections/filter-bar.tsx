import { TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { connectionsWords } from '../../../src-shared/words/en/connections'
import { Button } from '../../components/button'
import { type ConnectionFilter, isFiltered } from '../../lib/connection-filter'
import { useConnect } from '../../stores/use-connect'
import { chipLook } from './chip-look'
import { FilterChip } from './filter-chip'
import { statusChoices, visibilityChoices } from './filter-words'

interface FilterBarProps {
  filter: ConnectionFilter
  onChange(part: Partial<ConnectionFilter>): void
  /** Undefined where it stands below already: nothing matches. */
  onClear: (() => void) | undefined
}

export function FilterBar({ filter, onChange, onClear }: FilterBarProps) {
  const cards = useConnect((state) => state.cards)
  const loadCards = useConnect((state) => state.loadCards)
  useEffect(() => void loadCards(), [loadCards])
  const types = cards?.map(({ type, name }) => ({ value: type, label: name })) ?? []
  const attention = filter.needs === 'attention'
  return (
    <fieldset aria-label={connectionsWords.filters} className="flex min-h-8 flex-wrap content-center items-center gap-2">
      <FilterChip name={connectionsWords.type} choices={types} chosen={filter.type} onChoose={(type) => onChange({ type })} />
      <FilterChip
        name={connectionsWords.status}
        choices={statusChoices}
        chosen={filter.status}
        onChoose={(status) => onChange({ status })}
      />
      <FilterChip
        name={connectionsWords.visibility}
        choices={visibilityChoices}
        chosen={filter.visibility}
        onChoose={(visibility) => onChange({ visibility })}
      />
      <button
        type="button"
        aria-pressed={attention}
        onClick={() => onChange({ needs: attention ? undefined : 'attention' })}
        className={chipLook(attention)}
      >
        <TriangleAlert className="size-3.5" aria-hidden />
        {connectionsWords.needsAttention}
        {attention && <X className="size-3.5" aria-hidden />}
      </button>
      {onClear !== undefined && isFiltered({ ...filter, query: undefined }) && (
        <Button look="quiet" onClick={onClear}>
          {connectionsWords.clear}
        </Button>
      )}
    </fieldset>
  )
}
