import { commonWords } from '../../../src-shared/words/en/common'
import type { RowHeading } from '../../lib/row-groups'

/** In pixels; fixed, as rows are. */
export const headingHeight = 32

/** Over the rows of one kind. A decoration of the list: each row says its status itself. */
export function GroupHeading({ heading, top }: { heading: RowHeading | undefined; top: number }) {
  if (heading === undefined) return null
  return (
    <div
      aria-hidden
      style={{ height: headingHeight, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 flex items-center gap-2 border-b bg-sunken px-3.5 text-small"
    >
      <span className="font-medium">{heading.label}</span>
      <span className="text-muted tabular-nums">{commonWords.number(heading.count)}</span>
    </div>
  )
}
