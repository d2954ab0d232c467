import { classNames } from '../../lib/class-names'

/** A chip that narrows is filled; one that could is an outline. */
export const chipLook = (narrows: boolean): string =>
  classNames(
    'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 transition-colors duration-100',
    narrows
      ? 'border-transparent bg-accent-soft font-medium text-accent-ink'
      : 'border-line-strong bg-card text-muted hover:bg-hover hover:text-ink',
  )
