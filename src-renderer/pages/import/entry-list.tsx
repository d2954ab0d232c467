import type { KeyboardEvent } from 'react'
import type { ImportEntryView, ImportView } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { LoadingGridRow } from '../../components/connection-rows/grid-row'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { ProblemNotice } from '../../components/problem-notice'
import { EntryRow, entryRowHeight } from './entry-row'
import { useEntries } from './use-entries'
import type { EntrySelection } from './use-selection'

interface EntryListProps {
  view: ImportView
  round: number
  selection: EntrySelection
  onEdit(entry: ImportEntryView): void
}

/** Every entry of the file. The space bar ticks, Enter opens. */
export function EntryList({ view, round, selection, onEdit }: EntryListProps) {
  const { entries, problem, reach, retry } = useEntries(view, round)
  const { total } = view.counts
  const edit = (index: number) => {
    const entry = entries.get(index)
    if (entry && isChangeable(entry)) onEdit(entry)
  }
  const active = useActiveRow({ total, open: edit, scope: view.id, main: true })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.target !== event.currentTarget) return active.onKeyDown(event)
    event.preventDefault()
    const entry = active.index === undefined ? undefined : entries.get(active.index)
    if (entry) selection.toggle(entry)
  }
  return (
    <div className="flex flex-col gap-2">
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={retry} />}
      <VirtualRows
        role="grid"
        label={words.list}
        total={total}
        rowHeight={entryRowHeight}
        active={{ ...active, onKeyDown }}
        onReach={reach}
      >
        {(place) => {
          const entry = entries.get(place.index)
          if (entry === undefined) return <LoadingGridRow key={place.index} place={place} />
          return (
            <EntryRow
              key={place.index}
              place={place}
              entry={entry}
              chosen={selection.has(entry)}
              onToggle={() => selection.toggle(entry)}
              onEdit={isChangeable(entry) ? () => onEdit(entry) : undefined}
            />
          )
        }}
      </VirtualRows>
    </div>
  )
}

/** One without a key can be no connection, whatever else is said of it. */
const isChangeable = ({ state }: ImportEntryView) => state !== 'skipped'
