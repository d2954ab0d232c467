import { useMemo } from 'react'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { Button } from '../../components/button'
import type { ConnectionList } from '../../components/connection-rows/use-connection-list'
import { walkOrder } from '../../lib/walk'
import { useConnect, useConnectStore } from '../../stores/use-connect'

/** Where one is left, its own button is enough. */
const worthWalking = 2

/** Walks through those that authorizing again brings back, one consent page after the other. */
export function ReconnectAll({ list }: { list: ConnectionList }) {
  const store = useConnectStore()
  const types = useConnect((state) => state.types)
  const order = useMemo(() => {
    const { connections } = store.getState()
    return walkOrder(
      list.ids.map((id) => connections[id]).filter((connection) => connection !== undefined),
      types,
    )
  }, [list.ids, types, store])
  if (order.length < worthWalking) return null
  const whole = list.total === list.ids.length
  return (
    <Button look="primary" onClick={() => store.getState().startWalk(order)}>
      {whole ? attentionWords.reconnectAll : attentionWords.reconnectFirst(order.length)}
    </Button>
  )
}
