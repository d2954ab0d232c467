import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** Why it is empty. */
  children: ReactNode
  /** The one thing to do. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-card border border-line border-dashed px-6 py-10 text-center">
      <span className="mb-3 inline-flex size-10 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        <Icon className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold text-section">{title}</h2>
      <p className="mt-1 max-w-[44ch] text-muted">{children}</p>
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  )
}
