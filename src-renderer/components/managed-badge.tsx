import { commonWords } from '../../src-shared/words/en/common'
import { classNames } from '../lib/class-names'
import { toneIcon, toneSoft } from './tone'

export function ManagedBadge() {
  const Icon = toneIcon.managed
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-small',
        toneSoft.managed,
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      {commonWords.managed}
    </span>
  )
}
