import { useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect } from '../../stores/use-connect'
import { ConnectionHeader } from './connection-header'
import { Facts } from './facts'
import { History } from './history'
import { RemoveDialog } from './remove-dialog'
import { Scopes } from './scopes'
import { StatusNotice } from './status-notice'
import { TestOutcome } from './test-outcome'

interface LoadedConnectionProps {
  connection: ConnectionView
  typeName: string
}

export function LoadedConnection({ connection, typeName }: LoadedConnectionProps) {
  const authorize = useConnect((state) => state.authorize)
  const testConnection = useConnect((state) => state.test)
  const [removing, setRemoving] = useState(false)
  const [providerNotice, setProviderNotice] = useState<string>()
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof testConnection>>>()

  const reconnect = useAction(() => authorize({ kind: 'reconnect', connection }))
  const test = useAction(async () => {
    setOutcome(undefined)
    setOutcome(await testConnection(connection.id))
  })
  const testable = connection.status !== 'revoked' && !connection.managed
  const reconnectNow = () => void reconnect.run()
  useShortcuts({
    ...(!connection.managed && { r: reconnectNow }),
    ...(testable && { t: () => void test.run() }),
  })

  return (
    <>
      <div className="-mt-4 flex flex-col gap-3">
        <ConnectionHeader
          connection={connection}
          typeName={typeName}
          reconnecting={reconnect.busy}
          testing={test.busy}
          onReconnect={reconnectNow}
          onTest={testable ? () => void test.run() : undefined}
          onRemove={() => setRemoving(true)}
        />
        {reconnect.problem !== undefined && <ProblemNotice problem={reconnect.problem} onRetry={reconnectNow} />}
        {test.problem !== undefined && (
          <ProblemNotice problem={test.problem} onRetry={() => void test.run()} onReconnect={reconnectNow} />
        )}
        {outcome !== undefined && <TestOutcome outcome={outcome} onDismiss={() => setOutcome(undefined)} />}
        <StatusNotice connection={connection} providerNotice={providerNotice} />
      </div>
      <Facts connection={connection} typeName={typeName} />
      <Scopes connection={connection} />
      <History connection={connection} />
      {removing && (
        <RemoveDialog
          connection={connection}
          typeName={typeName}
          onClose={() => setRemoving(false)}
          onRemoved={(notice) => {
            setRemoving(false)
            setOutcome(undefined)
            setProviderNotice(notice)
          }}
        />
      )}
    </>
  )
}
