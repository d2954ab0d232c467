import { ShieldPlus } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { askedForMore, missingScopes } from './missing-scopes'
import type { ConnectionActions } from './use-connection-actions'

interface ScopeNoticeProps {
  connection: ConnectionView
  view: TypeView | undefined
  reconnect: ConnectionActions['reconnect']
}

/** A connection that works, but with less than recipes may need by now. Where it does not work, Reconnect is asked for already. */
export function ScopeNotice({ connection, view, reconnect }: ScopeNoticeProps) {
  const missing = missingScopes(connection, view)
  if (connection.status !== 'active' || missing.length === 0 || view === undefined) return null
  return (
    <NoticeBox
      tone="warn"
      icon={ShieldPlus}
      title={askedForMore(view.name, missing.length)}
      action={
        reconnect && (
          <Button busy={reconnect.busy} onClick={reconnect.run}>
            {reconnect.label}
          </Button>
        )
      }
    >
      Recipes that need {missing.length === 1 ? 'it' : 'one of them'} stop with missing_scope until you reconnect. The id stays.
    </NoticeBox>
  )
}
