import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-card text-ink hover:bg-hover active:bg-pressed border-line-strong',
  quiet: 'bg-transparent text-muted hover:bg-hover hover:text-ink border-transparent',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover border-transparent',
  'quiet-danger': 'bg-card text-bad-ink hover:bg-bad-soft border-line-strong',
} as const

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks
  /** Keeps its size and stays in the tab order while something runs, so focus is not lost. */
  busy?: boolean
}

export function Button({ look = 'secondary', busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(
        'no-drag inline-flex h-8 shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border px-3 font-medium',
        'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50',
        '[&_svg]:size-3.5 [&_svg]:shrink-0',
        looks[look],
        className,
      )}
    >
      {busy && <LoaderCircle className="spin" aria-hidden />}
      {children}
    </button>
  )
}
