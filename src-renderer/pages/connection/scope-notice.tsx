import { ExternalLink, ShieldPlus } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { mayOpen } from '../../lib/address'
import { useConnect } from '../../stores/use-connect'
import { lackingScopes } from './lacking-scopes'
import type { ConnectionActions } from './use-connection-actions'

interface ScopeNoticeProps {
  connection: ConnectionView
  view: TypeView | undefined
  reconnect: ConnectionActions['reconnect']
}

/** A connection that works, but with less than recipes may need by now. Where it does not work, Reconnect is asked for already. */
export function ScopeNotice({ connection, view, reconnect }: ScopeNoticeProps) {
  const openPage = useConnect((state) => state.host.openPage)
  const lacking = lackingScopes(connection, view)
  if (connection.status !== 'active' || lacking.length === 0 || view === undefined) return null
  const { configureUrl } = connection.details
  const title = connectionWords.asksForMore(view.name, lacking.length)
  // An installation's permissions are its App's, and accepted there: authorizing again would change nothing.
  if (configureUrl !== undefined && mayOpen(configureUrl)) {
    return (
      <NoticeBox
        tone="warn"
        icon={ShieldPlus}
        title={title}
        action={
          <Button onClick={() => openPage(configureUrl)}>
            {commonWords.openAt(view.name)}
            <ExternalLink aria-hidden />
          </Button>
        }
      >
        {connectionWords.addToApp(lacking.length)}
      </NoticeBox>
    )
  }
  return (
    <NoticeBox
      tone="warn"
      icon={ShieldPlus}
      title={title}
      action={
        reconnect && (
          <Button busy={reconnect.busy} onClick={reconnect.run}>
            {reconnect.label}
          </Button>
        )
      }
    >
      {connectionWords.missingScope(lacking.length)}
    </NoticeBox>
  )
}
