import type { Pill } from '../../src-shared/domain/pill'
import { classNames } from '../lib/class-names'
import { pillLook } from '../lib/pill-look'
import { toneIcon, toneSoft } from './tone'

export function PillBadge({ pill, attention }: { pill: Pill; attention: boolean }) {
  const { words, tone } = pillLook(pill, attention)
  const Icon = toneIcon[tone]
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-small',
        toneSoft[tone],
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      {words}
    </span>
  )
}
