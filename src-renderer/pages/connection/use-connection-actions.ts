import { useState } from 'react'
import type { Outputs } from '../../../src-shared/contract'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { mayOpen } from '../../lib/address'
import type { Problem } from '../../lib/problem'
import { statusLook } from '../../lib/status-look'
import { useAction } from '../../lib/use-action'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect } from '../../stores/use-connect'

interface Doable {
  label: string
  busy: boolean
  run(): void
}

export interface ConnectionActions {
  /** The one that helps, first among the others. */
  primary: 'reconnect' | 'test' | 'open' | undefined
  /** Undefined where the operator alone provides it. */
  reconnect: Doable | undefined
  /** Undefined where there is nothing to test: it was removed, or is not the person's. */
  test: Doable | undefined
  /** The provider's own page about it, where only that helps. */
  open: Doable | undefined
  /** Of a connection whose authorization server was entered with it. */
  changeFields: Doable | undefined
  problem: { of: Problem; retry(): void } | undefined
  outcome: Outputs['connection']['test'] | undefined
  forgetOutcome(): void
}

/** What a person can do about a connection from its page, by button or key. */
export function useConnectionActions(connection: ConnectionView, view: TypeView | undefined): ConnectionActions {
  const authorize = useConnect((state) => state.authorize)
  const change = useConnect((state) => state.changeFields)
  const testConnection = useConnect((state) => state.test)
  const openPage = useConnect((state) => state.host.openPage)
  const [outcome, setOutcome] = useState<ConnectionActions['outcome']>()

  const reconnecting = useAction(() => authorize({ kind: 'reconnect', connection }))
  const changing = useAction(() => change(connection))
  const testing = useAction(async () => {
    setOutcome(undefined)
    setOutcome(await testConnection(connection.id))
  })

  const { status, statusReason, managed, details } = connection
  const configureUrl = details.configureUrl ?? ''
  const suspended = statusReason === 'installation_suspended' && mayOpen(configureUrl)
  const reconnect: Doable | undefined = managed
    ? undefined
    : {
        label: view?.creation === 'fields' ? connectionWords.newKey : commonWords.reconnect,
        busy: reconnecting.busy,
        run: () => void reconnecting.run(),
      }
  const test: Doable | undefined =
    managed || status === 'revoked'
      ? undefined
      : { label: connectionWords.test, busy: testing.busy, run: () => void testing.run() }
  const open: Doable | undefined = suspended
    ? { label: commonWords.openAt(view?.name ?? commonWords.theProvider), busy: false, run: () => openPage(configureUrl) }
    : undefined
  const hasOwnServer = view?.creation === 'authorization' && view.fields.length > 0
  useShortcuts({ ...(reconnect && { r: reconnect.run }), ...(test && { t: test.run }) })

  const failed = [reconnecting, changing, testing].find(({ problem }) => problem !== undefined)
  const helps = open ? 'open' : statusLook[status].reconnectHelps ? 'reconnect' : 'test'
  return {
    primary: managed ? undefined : helps,
    reconnect,
    test,
    open,
    changeFields:
      hasOwnServer && !managed
        ? { label: connectionWords.changeEndpoints, busy: changing.busy, run: () => void changing.run() }
        : undefined,
    problem: failed?.problem && { of: failed.problem, retry: () => void failed.run() },
    outcome,
    forgetOutcome: () => setOutcome(undefined),
  }
}
