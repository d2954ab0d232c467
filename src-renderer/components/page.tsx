import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

interface PageProps {
  /** For a page with a picture in it, which needs the room. */
  wide?: boolean
  children: ReactNode
}

/** A content column. It scrolls with the frame, which virtual lists use as their window. */
export function Page({ wide = false, children }: PageProps) {
  return (
    <div className={`mx-auto flex w-full flex-col gap-7 px-6 pt-6 pb-16 sm:px-8 ${wide ? 'max-w-[1320px]' : 'max-w-[960px]'}`}>
      {children}
    </div>
  )
}

export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      href={to}
      className="-ml-1.5 inline-flex h-6 items-center gap-0.5 self-start rounded-control pr-1.5 text-muted text-small transition-colors duration-100 hover:text-ink"
    >
      <ChevronLeft className="size-3.5" aria-hidden />
      {children}
    </Link>
  )
}
