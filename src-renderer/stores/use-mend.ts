import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { mendFor } from '../lib/mend'
import { paths } from '../lib/paths'
import { useConnectStore } from './use-connect'

/** Does what brings a connection back, from wherever the person sees that it broke. */
export function useMend(): (connection: ConnectionView) => Promise<void> {
  const store = useConnectStore()
  const [, navigate] = useLocation()
  return useCallback(
    async (connection) => {
      const { authorize, host } = store.getState()
      const mend = mendFor(connection)
      if (mend.kind === 'reconnect') return authorize({ kind: 'reconnect', connection })
      if (mend.kind === 'open') return host.openPage(mend.url)
      navigate(paths.connection(connection.id))
    },
    [navigate, store],
  )
}
