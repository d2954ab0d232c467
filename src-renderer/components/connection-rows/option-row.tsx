import type { ReactNode } from 'react'
import { commonWords } from '../../../src-shared/words/en/common'
import { classNames } from '../../lib/class-names'
import type { RowPlace } from './virtual-rows'

interface OptionRowProps {
  place: RowPlace
  onOpen(): void
  /** Undefined while its page is being read. */
  children: ReactNode | undefined
}

/** One row of a list of things to open. */
export function OptionRow({ place, onOpen, children }: OptionRowProps) {
  const { domId, index, total, active, style } = place
  return (
    <div
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-row={index}
      aria-label={children === undefined ? commonWords.loading : undefined}
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'Enter' && onOpen()}
      style={style}
      className={classNames(
        'absolute inset-x-0 top-0 flex items-center gap-3 px-3.5 outline-none hover:bg-hover',
        index < total - 1 && 'border-b',
        active && 'bg-hover shadow-[inset_2px_0_0_var(--focus)]',
      )}
    >
      {children ?? (
        <>
          <span className="skeleton size-4 rounded-full" />
          <span className="skeleton h-3 w-2/5" />
        </>
      )}
    </div>
  )
}
