import type { ReactNode } from 'react'
import { Announcer } from './announcer'

interface GateCardProps {
  mark: ReactNode
  title: string
  lead: ReactNode
  children: ReactNode
}

/** The page before the page: one card in the middle, with one thing to do. */
export function GateCard({ mark, title, lead, children }: GateCardProps) {
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-rail">
      <div className="drag-region h-11 shrink-0" />
      <main id="page" tabIndex={-1} className="m-auto w-full max-w-[408px] px-4 pt-2 pb-20 outline-none">
        <div className="fade-in rounded-float border border-line bg-page p-7">
          {mark}
          <h1 className="mt-4 font-semibold text-title tracking-tight">{title}</h1>
          <div className="mt-1.5 mb-6 text-muted">{lead}</div>
          {children}
        </div>
      </main>
      <Announcer text={title} />
    </div>
  )
}
