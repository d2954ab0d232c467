import { useEffect, useRef } from 'react'
import type { FieldDescription } from '../../src-shared/domain/credential-type'
import { type DeclaredValues, declaredProblems } from '../lib/declared-values'
import type { Problem } from '../lib/problem'
import { DeclaredField } from './declared-field'

interface DeclaredFieldsProps {
  fields: readonly FieldDescription[]
  values: DeclaredValues
  onChange(name: string, value: string): void
  /** Of the last attempt; what it says of a field stands at that field, which then has the keyboard. */
  problem: Problem | undefined
  /** What stands before a field's name in the paths of the problem. */
  prefix: string
}

/** A form as a type declares it: two columns where there is room, long fields across both. */
export function DeclaredFields({ fields, values, onChange, problem, prefix }: DeclaredFieldsProps) {
  const grid = useRef<HTMLDivElement>(null)
  const refused = declaredProblems(fields, problem, prefix)
  useEffect(() => {
    if (problem !== undefined) grid.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem])
  return (
    <div className="@container">
      <div ref={grid} className="grid gap-x-4 gap-y-4 @lg:grid-cols-2">
        {fields.map((field, index) => (
          <div key={field.name} className={besideAnother(fields, index) ? undefined : '@lg:col-span-2'}>
            <DeclaredField
              field={field}
              value={values[field.name] ?? ''}
              problem={refused[field.name]}
              onChange={(value) => onChange(field.name, value)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

const isShort = ({ kind, help = '' }: FieldDescription) =>
  (kind === 'text' || kind === 'secret' || kind === 'url') && help.length < 40

/** Short fields stand two by two; the last of an odd number has a line of its own. */
function besideAnother(fields: readonly FieldDescription[], index: number): boolean {
  const isShortAt = (at: number) => fields[at] !== undefined && isShort(fields[at])
  if (!isShortAt(index)) return false
  let first = index
  while (isShortAt(first - 1)) first -= 1
  return (index - first) % 2 === 1 || isShortAt(index + 1)
}
