import { ChevronsUpDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { inputLook } from './field'

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'className'> {
  options: readonly { value: string; label: string }[]
  onValueChange(value: string): void
}

/** The system's own list: Radix' writes a <style> element while it shows, which the content security policy refuses. */
export function Select({ options, onValueChange, ...select }: SelectProps) {
  return (
    <span className="relative inline-flex max-w-full">
      <select
        {...select}
        onChange={(event) => onValueChange(event.target.value)}
        className={`${inputLook} appearance-none truncate pr-8 disabled:opacity-50`}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronsUpDown className="pointer-events-none absolute top-2.25 right-2.5 size-3.5 text-muted" aria-hidden />
    </span>
  )
}
