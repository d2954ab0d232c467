import { Pencil } from 'lucide-react'
import type { ImportEntryView } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Badge } from '../../components/badge'
import { cell, GridRow } from '../../components/connection-rows/grid-row'
import type { RowPlace } from '../../components/connection-rows/virtual-rows'
import { IconButton } from '../../components/icon-button'
import { toneIcon } from '../../components/tone'
import type { Tone } from '../../lib/status-look'

export const entryRowHeight = 56

interface EntryRowProps {
  place: RowPlace
  entry: ImportEntryView
  chosen: boolean
  onToggle(): void
  onEdit: (() => void) | undefined
}

/** What one entry would become, or why it would not. */
export function EntryRow({ place, entry, chosen, onToggle, onEdit }: EntryRowProps) {
  const name = entry.name === '' ? words.unnamed : entry.name
  const { tone, word } = lookOf(entry)
  return (
    <GridRow place={place}>
      <span {...cell}>
        <input
          type="checkbox"
          aria-label={words.select(name)}
          checked={chosen}
          disabled={entry.state !== 'ready'}
          onChange={onToggle}
          className="size-4 accent-accent"
        />
      </span>
      <span {...cell} className="flex min-w-0 flex-1 flex-col">
        <span translate="no" className="truncate font-medium">
          <bdi>{name}</bdi>
          {entry.folder !== '' && <span className="ml-2 font-normal text-muted text-small">{entry.folder}</span>}
        </span>
        <span className="truncate text-muted text-small">{detailOf(entry)}</span>
      </span>
      <span {...cell} className="flex shrink-0 items-center gap-2">
        <Badge icon={toneIcon[tone]} tone={tone}>
          {word}
        </Badge>
        {onEdit !== undefined && (
          <IconButton label={words.edit(name)} onClick={onEdit}>
            <Pencil />
          </IconButton>
        )}
      </span>
    </GridRow>
  )
}

function lookOf({ state, duplicate }: ImportEntryView): { tone: Tone; word: string } {
  if (state === 'skipped') return { tone: 'gone', word: words.skip }
  if (state === 'needs_value') return { tone: 'warn', word: words.needs }
  return duplicate === null ? { tone: 'ok', word: words.ready } : { tone: 'managed', word: words.duplicate }
}

/** What is in the way, or where the key goes. */
function detailOf({ state, problems, values, chosen, origins }: ImportEntryView): string {
  const said = problems.map(({ field, message }) => (words.fields[field] ? words.problem(words.fields[field], message) : message))
  if (state !== 'ready') return said.join(' ')
  const value = chosen === null ? undefined : values[chosen]
  const places = origins.map((origin) => origin.replace(/^https:\/\//, '')).join(', ')
  return [value && words.value(value.field, value.length), places].filter(Boolean).join(' · ')
}
