import type { LucideIcon } from 'lucide-react'
import { classNames } from '../lib/class-names'
import type { Tone } from '../lib/status-look'
import { toneSoft } from './tone'

interface BadgeProps {
  icon: LucideIcon
  tone: Tone
  children: string
}

/** A word about how something stands, in its colour and never in that alone. */
export function Badge({ icon: Icon, tone, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-small',
        toneSoft[tone],
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      {children}
    </span>
  )
}
