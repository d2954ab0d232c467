import { Link, useLocation } from 'wouter'
import { commonWords } from '../../../src-shared/words/en/common'
import { directoryWords } from '../../../src-shared/words/en/directory'
import { ConnectionRows } from '../../components/connection-rows/connection-rows'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { linkLook } from '../../components/link-look'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'

/** The first few; the whole list has a page of its own. */
const shownAtMost = 5

/** What broke and can be mended, one step from the button that does it. */
export function NeedsAttention() {
  const [, navigate] = useLocation()
  const list = useConnectionList({ needs: 'attention' })
  const open = (id: string | undefined) => id !== undefined && navigate(paths.connection(id))
  const shown = Math.min(list.total ?? 0, shownAtMost)
  const active = useActiveRow({ total: shown, open: (index) => open(list.idAt(index)), scope: 'attention', main: false })
  if (list.total === undefined || list.total === 0) return null
  return (
    <Section
      title={directoryWords.needsAttention}
      note={commonWords.number(list.total)}
      action={
        <Link href={paths.attention} className={linkLook}>
          {directoryWords.seeAll}
        </Link>
      }
    >
      <ConnectionRows
        label={directoryWords.needsAttentionList}
        total={shown}
        idAt={list.idAt}
        active={active}
        onReach={() => undefined}
        onOpen={open}
        withMark
      />
    </Section>
  )
}
