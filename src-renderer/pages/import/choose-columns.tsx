import { useId } from 'react'
import type { ImportColumns, ImportView } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { FieldFrame } from '../../components/field-frame'
import { Section } from '../../components/section'
import { Select } from '../../components/select'
import { Switch } from '../../components/switch'

interface ChooseColumnsProps {
  table: NonNullable<ImportView['table']>
  onChoose(choice: { columns?: ImportColumns; hasHeader?: boolean }): void
}

const parts = ['name', 'key', 'address', 'userName', 'folder'] as const

/** Which column of a table says what. */
export function ChooseColumns({ table, onChoose }: ChooseColumnsProps) {
  const headerId = useId()
  const { columns, hasHeader, chosen } = table
  const options = [{ value: '', label: words.noColumn }, ...columns.map((label, at) => ({ value: String(at), label }))]
  return (
    <Section title={words.columns}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-3">
          {parts.map((part) => (
            <Column
              key={part}
              label={words.column[part]}
              value={chosen[part]}
              options={options}
              onChange={(at) => onChoose({ columns: { ...chosen, [part]: at } })}
            />
          ))}
        </div>
        <div className="flex items-center gap-2">
          <Switch aria-labelledby={headerId} checked={hasHeader} onCheckedChange={(next) => onChoose({ hasHeader: next })} />
          <span id={headerId}>{words.hasHeader}</span>
        </div>
      </div>
    </Section>
  )
}

interface ColumnProps {
  label: string
  value: number | null
  options: readonly { value: string; label: string }[]
  onChange(at: number | null): void
}

function Column({ label, value, options, onChange }: ColumnProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label}>
      <Select
        id={id}
        value={value === null ? '' : String(value)}
        options={options}
        onValueChange={(at) => onChange(at === '' ? null : Number(at))}
      />
    </FieldFrame>
  )
}
