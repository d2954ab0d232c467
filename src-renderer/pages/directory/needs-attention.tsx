import { useLocation } from 'wouter'
import { ConnectionRows } from '../../components/connection-rows/connection-rows'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'

/** The first few; a person with more has one cause to look for, not a list to work through. */
const shownAtMost = 5

/** Connections that ask to be reconnected, one step from the button that does it. */
export function NeedsAttention() {
  const [, navigate] = useLocation()
  const list = useConnectionList({ status: 'needs_reauth' })
  const open = (id: string | undefined) => id !== undefined && navigate(paths.connection(id))
  const shown = Math.min(list.total ?? 0, shownAtMost)
  const active = useActiveRow({ total: shown, open: (index) => open(list.idAt(index)), scope: 'attention', main: false })
  if (list.total === undefined || list.total === 0) return null
  return (
    <Section title="Needs attention" note={list.total.toLocaleString('en')}>
      <ConnectionRows
        label="Connections that need attention"
        total={shown}
        idAt={list.idAt}
        active={active}
        onReach={() => undefined}
        onOpen={open}
      />
    </Section>
  )
}
