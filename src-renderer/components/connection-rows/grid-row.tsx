import type { ComponentProps, ReactNode } from 'react'
import { commonWords } from '../../../src-shared/words/en/common'
import { classNames } from '../../lib/class-names'
import type { RowPlace } from './virtual-rows'

/** A grid of its own making: a table's elements cannot be placed one by one as they scroll into sight. */
export const cell = { role: 'gridcell' }

interface GridRowProps extends ComponentProps<'div'> {
  place: RowPlace
  children: ReactNode
}

/** One row of a list whose rows have buttons of their own. */
export function GridRow({ place: { domId, index, total, active, style }, children, ...rest }: GridRowProps) {
  const row = { id: domId, role: 'row', 'aria-rowindex': index + 1, 'data-row': index, 'aria-selected': active, style }
  const look = classNames(
    'absolute inset-x-0 top-0 flex items-center gap-3 px-3.5 hover:bg-hover',
    index < total - 1 && 'border-b',
    active && 'bg-hover shadow-[inset_2px_0_0_var(--focus)]',
  )
  return (
    <div {...rest} {...row} className={look}>
      {children}
    </div>
  )
}

/** While its page is being read. `children`: what stands before its line. */
export function LoadingGridRow({ place, children }: { place: RowPlace; children?: ReactNode }) {
  return (
    <GridRow place={place}>
      <span {...cell} className="flex flex-1 items-center gap-3">
        <span className="sr-only">{commonWords.loading}</span>
        {children}
        <span className="skeleton h-3 w-2/5" />
      </span>
    </GridRow>
  )
}
