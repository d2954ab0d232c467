import { X } from 'lucide-react'
import type { AuditEntry } from '../../../src-shared/contract/audit'
import { auditGroups } from '../../../src-shared/domain/audit-group'
import { auditWords as words } from '../../../src-shared/words/en/audit'
import { Button } from '../../components/button'
import { inputLook } from '../../components/field'
import { Select } from '../../components/select'
import { type AuditTime, type AuditView, auditTimes } from '../../lib/audit-filter'

interface AuditFiltersProps {
  view: AuditView
  people: readonly NonNullable<AuditEntry['actor']>[]
  /** What the one record that is shown is called, where one is. */
  recordName: string | undefined
  onChange(part: Partial<AuditView>): void
  onClear(): void
}

const groupOptions = [
  { value: '', label: words.everything },
  ...auditGroups.map((group) => ({ value: group as string, label: words.groups[group] })),
]
const timeOptions = [
  { value: '', label: words.anyTime },
  ...auditTimes.map((time) => ({ value: time as string, label: words.times[time] })),
]

/** The person who acts as nobody: the provider, or the engine by itself. */
const nobody = '-'

/** What the list is narrowed to, and one chip for each to take it away again. */
export function AuditFilters({ view, people, recordName, onChange, onClear }: AuditFiltersProps) {
  const peopleOptions = [
    { value: '', label: words.anyone },
    ...people.map(({ subject, label }) => ({ value: subject, label })),
    ...(view.actor !== undefined && view.actor !== nobody && !people.some(({ subject }) => subject === view.actor)
      ? [{ value: view.actor, label: view.actor }]
      : []),
    { value: nobody, label: words.byItself },
  ]
  const labelOf = (options: readonly { value: string; label: string }[], value: string | undefined) =>
    options.find((option) => option.value === value)?.label ?? value ?? ''
  const chips = [
    view.record !== undefined && { label: words.only(recordName ?? view.record), part: { record: undefined } },
    view.group !== undefined && { label: labelOf(groupOptions, view.group), part: { group: undefined } },
    view.actor !== undefined && { label: labelOf(peopleOptions, view.actor), part: { actor: undefined } },
    view.time !== undefined && {
      label: labelOf(timeOptions, view.time),
      part: { time: undefined, fromDay: undefined, toDay: undefined },
    },
  ].filter((chip) => chip !== false)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={words.what}
          value={view.group ?? ''}
          options={groupOptions}
          onValueChange={(value) => onChange({ group: auditGroups.find((group) => group === value) })}
        />
        <Select
          aria-label={words.who}
          value={view.actor ?? ''}
          options={peopleOptions}
          onValueChange={(actor) => onChange({ actor: actor === '' ? undefined : actor })}
        />
        <Select
          aria-label={words.when}
          value={view.time ?? ''}
          options={timeOptions}
          onValueChange={(value) => onChange({ time: auditTimes.find((time): time is AuditTime => time === value) })}
        />
        {view.time === 'days' && (
          <>
            <Day label={words.fromDay} value={view.fromDay} onChange={(fromDay) => onChange({ fromDay })} />
            <Day label={words.toDay} value={view.toDay} onChange={(toDay) => onChange({ toDay })} />
          </>
        )}
      </div>
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {chips.map(({ label, part }) => (
            <button
              key={label}
              type="button"
              aria-label={words.clear(label)}
              onClick={() => onChange(part)}
              className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-full bg-accent-soft px-2.5 font-medium text-accent-ink"
            >
              <bdi className="truncate">{label}</bdi>
              <X className="size-3.5 shrink-0" aria-hidden />
            </button>
          ))}
          <Button look="quiet" onClick={onClear}>
            {words.clearAll}
          </Button>
        </div>
      )}
    </div>
  )
}

function Day({ label, value, onChange }: { label: string; value: string | undefined; onChange(day: string | undefined): void }) {
  return (
    <label className="inline-flex items-center gap-1.5 text-muted">
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        className={`${inputLook} w-36`}
      />
    </label>
  )
}
