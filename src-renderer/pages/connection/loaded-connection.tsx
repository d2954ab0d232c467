import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { ConnectionHeader } from './connection-header'
import { Diagnosis } from './diagnosis'
import { Facts } from './facts'
import { HeaderActions } from './header-actions'
import { History } from './history'
import { PurgeButton } from './purge-button'
import { RemoveDialog } from './remove-dialog'
import { ScopeAdvisor } from './scope-advisor'
import { ScopeNotice } from './scope-notice'
import { Scopes } from './scopes'
import { StatusNotice } from './status-notice'
import { TestOutcome } from './test-outcome'
import { useConnectionActions } from './use-connection-actions'
import { useUsage } from './use-usage'
import { UsedBy } from './used-by'

interface LoadedConnectionProps {
  connection: ConnectionView
  view: TypeView | undefined
}

export function LoadedConnection({ connection, view }: LoadedConnectionProps) {
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState(false)
  const [providerNotice, setProviderNotice] = useState<string>()
  const actions = useConnectionActions(connection, view)
  const { reconnect, problem, outcome, forgetOutcome } = actions
  const typeName = view?.name ?? connection.type
  // A type that is declared with its connections names no provider of its own.
  const providerName = view === undefined || view.fields.length > 0 ? commonWords.theProvider : view.name
  const enterApp = { label: connectionWords.enterApp, run: () => navigate(paths.type(connection.type)) }
  const reenter = view?.creation === 'fields' ? reconnect : actions.changeFields
  const edit = problem?.of.code === 'PROVIDER_APP_MISSING' ? enterApp : reenter
  const usage = useUsage(connection)
  const removable = !connection.managed && connection.status !== 'revoked'
  return (
    <>
      <div className="-mt-4 flex flex-col gap-3">
        <ConnectionHeader
          connection={connection}
          typeName={typeName}
          actions={
            <div className="flex flex-wrap gap-2">
              {connection.status === 'revoked' && <PurgeButton connection={connection} />}
              <HeaderActions actions={actions} onRemove={removable ? () => setRemoving(true) : undefined} />
            </div>
          }
        />
        {problem !== undefined && (
          <ProblemNotice problem={problem.of} onRetry={problem.retry} onReconnect={reconnect?.run} onEdit={edit} />
        )}
        {outcome !== undefined && <TestOutcome outcome={outcome} reconnect={reconnect} onDismiss={forgetOutcome} />}
        <StatusNotice connection={connection} typeName={typeName} providerNotice={providerNotice} />
        <ScopeNotice connection={connection} view={view} reconnect={reconnect} />
        {usage.value && <ScopeAdvisor connection={connection} usage={usage.value} reconnect={reconnect} />}
      </div>
      <Facts connection={connection} typeName={typeName} actions={actions} />
      <UsedBy usage={usage} />
      <Scopes connection={connection} view={view} needed={usage.value?.scopes.needed} />
      {!connection.managed && <Diagnosis connection={connection} providerName={providerName} actions={actions} />}
      <History connection={connection} />
      {removing && (
        <RemoveDialog
          connection={connection}
          usage={usage}
          providerName={view?.creation === 'fields' ? undefined : providerName}
          onClose={() => setRemoving(false)}
          onRemoved={(notice) => {
            setRemoving(false)
            forgetOutcome()
            setProviderNotice(notice)
          }}
        />
      )}
    </>
  )
}
