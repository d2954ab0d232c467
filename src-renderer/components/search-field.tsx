import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { inputLook } from './field'
import { IconButton } from './icon-button'
import { KeyCap } from './key-cap'

interface SearchFieldProps {
  label: string
  value: string
  onChange(value: string): void
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void
  /** For a page that is there to search. */
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

export function SearchField({ label, value, onChange, onKeyDown, autoFocus, ref }: SearchFieldProps) {
  return (
    <div className="group relative">
      <Search className="pointer-events-none absolute top-2.25 left-2.5 size-3.5 text-muted" aria-hidden />
      <input
        ref={ref}
        // biome-ignore lint/a11y/noAutofocus: only where the person came to search.
        autoFocus={autoFocus}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            // The first Escape empties the search, the second leaves it; neither leaves the page.
            event.preventDefault()
            if (value === '') event.currentTarget.blur()
            else onChange('')
          } else onKeyDown?.(event)
        }}
        className={`${inputLook} px-8`}
      />
      <div className="absolute inset-y-0 right-1.5 flex items-center">
        {value === '' ? (
          <span className="group-focus-within:hidden" aria-hidden>
            <KeyCap>/</KeyCap>
          </span>
        ) : (
          <IconButton label={commonWords.clearSearch} className="size-5 [&_svg]:size-3.5" onClick={() => onChange('')}>
            <X />
          </IconButton>
        )}
      </div>
    </div>
  )
}
