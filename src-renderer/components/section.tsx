import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  /** Beside the title, quiet: a count. */
  note?: ReactNode
  action?: ReactNode
  children: ReactNode
}

export function Section({ title, note, action, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1.5">
        <h2 id={id} className="font-semibold text-section">
          {title}
        </h2>
        {note !== undefined && <span className="text-muted">{note}</span>}
        {action !== undefined && <div className="ml-auto max-w-full">{action}</div>}
      </div>
      {children}
    </section>
  )
}
