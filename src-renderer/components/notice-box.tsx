import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'
import type { Tone } from '../lib/status-look'
import { toneIcon, toneSoft } from './tone'

interface NoticeBoxProps {
  tone: Tone
  icon?: LucideIcon
  title?: ReactNode
  children?: ReactNode
  /** What to do about it. */
  action?: ReactNode
  /** Interrupts a screen reader: it came just now, and not by the person's own doing. */
  alert?: boolean
}

/** Something about this page to know, in the colour of what it says, with at most one thing to do. */
export function NoticeBox({ tone, icon: Icon = toneIcon[tone], title, children, action, alert = false }: NoticeBoxProps) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={classNames('flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-card px-3 py-2.5', toneSoft[tone])}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-48 flex-1 break-words">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action !== undefined && <div className="ml-6.5 max-w-[calc(100%-26px)] sm:ml-0 sm:max-w-full">{action}</div>}
    </div>
  )
}
