import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { RelativeTime } from './relative-time'

/** Facts in two columns where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card px-4 sm:grid-cols-2 sm:gap-x-10">
      {children}
    </dl>
  )
}

interface FactProps {
  name: string
  /** Across both columns. */
  wide?: boolean
  children: ReactNode
}

export function Fact({ name, wide = false, children }: FactProps) {
  return (
    <div
      className={`-mb-px flex min-h-10 items-center gap-3 border-line border-b py-1.5 ${wide ? 'sm:col-span-2' : 'sm:last:odd:col-span-2'}`}
    >
      <dt className="w-26 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  )
}

export function CopyableText({ what, text }: { what: string; text: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="truncate font-mono text-small" title={text}>
        {text}
      </span>
      <CopyButton what={what} text={text} />
    </span>
  )
}

export function Moment({ at, never }: { at: string | null; never: string }) {
  return at === null ? <span className="text-muted">{never}</span> : <RelativeTime at={at} />
}
