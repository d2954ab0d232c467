import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import type { ConnectionList } from '../../components/connection-rows/use-connection-list'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect, useConnectStore } from '../../stores/use-connect'
import { useMend } from '../../stores/use-mend'
import { AttentionRow, attentionRowHeight } from './attention-row'

interface AttentionListProps {
  total: number
  list: ConnectionList
}

export function AttentionList({ total, list }: AttentionListProps) {
  const [, navigate] = useLocation()
  const store = useConnectStore()
  const [mending, setMending] = useState<ConnectionView>()
  const mendNow = useMend()
  const mend = useAction(mendNow)
  const start = (connection: ConnectionView) => {
    setMending(connection)
    void mend.run(connection)
  }
  const open = (index: number) => {
    const id = list.idAt(index)
    if (id !== undefined) navigate(paths.connection(id))
  }
  const active = useActiveRow({ total, open, scope: 'attention', main: true })
  useTypesOf(list.ids)
  useShortcuts({
    r: () => {
      const id = active.index === undefined ? undefined : list.idAt(active.index)
      const connection = id === undefined ? undefined : store.getState().connections[id]
      if (connection !== undefined) start(connection)
    },
  })

  return (
    <div className="flex flex-col gap-3">
      {mend.problem !== undefined && mending !== undefined && (
        <section aria-label={attentionWords.reconnecting(mending.name)}>
          <p className="mb-1 font-medium">{mending.name}</p>
          <ProblemNotice
            problem={mend.problem}
            onRetry={() => start(mending)}
            onReconnect={() => start(mending)}
            onEdit={{
              label: attentionWords.setUp(store.getState().types[mending.type]?.name ?? attentionWords.it),
              run: () => navigate(paths.type(mending.type)),
            }}
          />
        </section>
      )}
      {/* A row that leaves gives its place to the next, and with it the focus on its button. */}
      <VirtualRows
        role="grid"
        label={attentionWords.list}
        total={total}
        rowHeight={attentionRowHeight}
        active={active}
        onReach={list.reach}
      >
        {(place) => {
          const id = list.idAt(place.index)
          return <AttentionRow key={place.index} place={place} id={id} busy={mend.busy && mending?.id === id} onMend={start} />
        }}
      </VirtualRows>
    </div>
  )
}

/** Each row names its type; there are few types, however many connections. */
function useTypesOf(ids: readonly string[]): void {
  const store = useConnectStore()
  const loadType = useConnect((state) => state.loadType)
  useEffect(() => {
    const { connections, types } = store.getState()
    const missing = new Set(
      ids.map((id) => connections[id]?.type).filter((type) => type !== undefined && types[type] === undefined),
    )
    for (const type of missing) {
      // A row without it has its mark still.
      if (type !== undefined) loadType(type).catch(() => undefined)
    }
  }, [ids, loadType, store])
}
