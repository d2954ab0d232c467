import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

interface QuietLinkProps {
  to: string
  icon?: LucideIcon
  children: ReactNode
}

/** To another page, from among buttons: as quiet as the quiet ones. */
export function QuietLink({ to, icon: Icon, children }: QuietLinkProps) {
  return (
    <Link
      href={to}
      className="inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-control px-2.5 font-medium text-muted transition-colors duration-100 hover:bg-hover hover:text-ink"
    >
      {Icon !== undefined && <Icon className="size-3.5" aria-hidden />}
      {children}
    </Link>
  )
}
