import { ShieldMinus } from 'lucide-react'
import { useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { FewerScopesDialog } from './fewer-scopes-dialog'
import type { ConnectionActions } from './use-connection-actions'

interface ScopeAdvisorProps {
  connection: ConnectionView
  usage: ConnectionUsage
  reconnect: ConnectionActions['reconnect']
}

/** What was granted against what recipes use: more than they need can be given back, less makes them fail. */
export function ScopeAdvisor({ connection, usage, reconnect }: ScopeAdvisorProps) {
  const [asking, setAsking] = useState(false)
  const { unused, missing, needed } = usage.scopes
  // An installation's permissions are its App's: authorizing again would change nothing.
  const narrows = connection.details.installationId === undefined
  if (connection.status !== 'active' || connection.managed) return null
  return (
    <>
      {missing.length > 0 && (
        <NoticeBox
          tone="warn"
          title={usageWords.lackingLead(missing.length)}
          action={
            reconnect && (
              <Button busy={reconnect.busy} onClick={reconnect.run}>
                {reconnect.label}
              </Button>
            )
          }
        >
          <span className="font-mono text-small">{missing.join(' ')}</span>
        </NoticeBox>
      )}
      {unused.length > 0 && needed.length > 0 && narrows && (
        <NoticeBox
          tone="gone"
          icon={ShieldMinus}
          title={usageWords.unusedLead(unused.length)}
          action={reconnect && <Button onClick={() => setAsking(true)}>{usageWords.fewer}</Button>}
        >
          <span className="font-mono text-small">{unused.join(' ')}</span>
        </NoticeBox>
      )}
      {asking && <FewerScopesDialog connection={connection} usage={usage} onClose={() => setAsking(false)} />}
    </>
  )
}
