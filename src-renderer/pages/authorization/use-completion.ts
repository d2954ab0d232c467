import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { paths } from '../../lib/paths'
import { scopeChange } from '../../lib/scope-change'
import type { Waiting } from '../../stores/authorization-slice'
import { useConnectStore } from '../../stores/use-connect'

/** Events end the waiting; should one be lost, asking does. */
const askEveryMs = 3000

/** Follows a waiting authorization, and leads on when it is completed. */
export function useCompletion(waiting: Waiting, view: AuthorizationView | undefined, name: string): void {
  const store = useConnectStore()
  const [, navigate] = useLocation()
  const pending = view === undefined || view.status === 'pending'

  useEffect(() => {
    if (!pending) return
    const timer = setInterval(
      () =>
        store
          .getState()
          .checkWaiting()
          .catch(() => undefined),
      askEveryMs,
    )
    return () => clearInterval(timer)
  }, [pending, store])

  const { purpose } = waiting
  const made = view?.status === 'completed' ? view.connectionId : undefined
  useEffect(() => {
    if (made === undefined) return
    const { stopWaiting, notify, noteScopeChange, loadConnection, walk } = store.getState()
    stopWaiting()
    void loadConnection(made)
      .catch(() => undefined)
      .then(() => {
        const connection = store.getState().connections[made]
        const label = connection?.account.label ?? name
        const inPlace = purpose.kind === 'reconnect' && purpose.connection.id === made
        if (!inPlace) {
          notify(
            authorizationWords.connected(label),
            connection?.visibility === 'private' ? authorizationWords.onlyYou : authorizationWords.recipesCan,
          )
          // Reconnecting several goes on where it is.
          if (walk === undefined) navigate(`${paths.type(connection?.type ?? typeKey(purpose))}?added=${made}`)
          return
        }
        const change = scopeChange(purpose.connection.scopes, connection?.scopes ?? purpose.connection.scopes)
        noteScopeChange(made, change)
        notify(authorizationWords.reconnected(label), change === undefined ? authorizationWords.sameId : sayChange(change))
      })
  }, [made, name, navigate, purpose, store])
}

const typeKey = (purpose: Waiting['purpose']) => (purpose.kind === 'add' ? purpose.type : purpose.connection.type)

function sayChange({ added, lost }: { added: string[]; lost: string[] }): string {
  const parts = [
    added.length > 0 && authorizationWords.newlyGranted(added),
    lost.length > 0 && authorizationWords.noLongerGranted(lost),
  ]
  return parts.filter(Boolean).join(' ')
}
