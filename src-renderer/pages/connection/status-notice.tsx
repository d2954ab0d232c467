import { RotateCw } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { NoticeBox } from '../../components/notice-box'
import { statusLook } from '../../lib/status-look'
import { statusMeaning } from './status-meaning'

interface StatusNoticeProps {
  connection: ConnectionView
  typeName: string
  /** After a removal that the provider could not be told of: what to do there. */
  providerNotice: string | undefined
}

/** What the status means for recipes and what to do, where there is something to do. The button for it is in the header. */
export function StatusNotice({ connection, typeName, providerNotice }: StatusNoticeProps) {
  const meaning = statusMeaning(connection, typeName)
  return (
    <>
      {providerNotice !== undefined && (
        <NoticeBox tone="warn" alert>
          {providerNotice}
        </NoticeBox>
      )}
      {meaning !== undefined && (
        <NoticeBox tone={statusLook[connection.status].tone} title={connection.statusMessage}>
          {meaning}
        </NoticeBox>
      )}
      {connection.status === 'active' && connection.distressed && (
        <NoticeBox tone="warn" icon={RotateCw} title={connectionWords.refreshesFailed(connection.refreshFailureCount)}>
          {connectionWords.stillWorks}
        </NoticeBox>
      )}
    </>
  )
}
