import type { RowHeading } from '../../lib/row-groups'
import { ConnectionRow } from './connection-row'
import type { ActiveRow } from './use-active-row'
import { VirtualRows } from './virtual-rows'

interface ConnectionRowsProps {
  label: string
  total: number
  idAt(index: number): string | undefined
  active: ActiveRow
  onReach(index: number): void
  onOpen(id: string): void
  /** A row to point out: the connection that was just made. */
  highlight?: string
  /** Before which rows a heading stands, where the list is divided. */
  headings?: ReadonlyMap<number, RowHeading>
  /** Where connections of several types stand together: each with its provider's mark. */
  withMark?: boolean
}

/** Connections to choose one from, of which only those in sight exist. */
export function ConnectionRows({ idAt, onOpen, highlight, withMark = false, ...list }: ConnectionRowsProps) {
  return (
    <VirtualRows role="listbox" rowHeight={48} {...list}>
      {({ style, ...place }) => (
        <ConnectionRow
          key={place.index}
          {...place}
          {...style}
          id={idAt(place.index)}
          highlighted={highlight !== undefined && highlight === idAt(place.index)}
          withMark={withMark}
          onOpen={onOpen}
        />
      )}
    </VirtualRows>
  )
}
