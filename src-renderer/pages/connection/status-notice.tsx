import { Info } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { toneSoft } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { statusLook } from '../../lib/status-look'

interface StatusNoticeProps {
  connection: ConnectionView
  /** After a removal that the provider could not be told of: what to do there. */
  providerNotice: string | undefined
}

/** What the status means for recipes and what to do, where there is something to do. The button for it is in the header. */
export function StatusNotice({ connection, providerNotice }: StatusNoticeProps) {
  const { meaning, tone } = statusLook[connection.status]
  return (
    <>
      {providerNotice !== undefined && (
        <p role="alert" className={classNames('flex items-start gap-2.5 rounded-card px-3 py-2.5', toneSoft.warn)}>
          <Info className="mt-0.5 size-4 shrink-0" aria-hidden />
          {providerNotice}
        </p>
      )}
      {meaning !== undefined && (
        <div className={classNames('flex items-start gap-2.5 rounded-card px-3 py-2.5', toneSoft[tone])}>
          <Info className="mt-0.5 size-4 shrink-0" aria-hidden />
          <div>
            <p className="font-medium">{connection.statusMessage}</p>
            <p>{meaning}</p>
          </div>
        </div>
      )}
      {connection.status === 'active' && connection.distressed && (
        <p className={classNames('flex items-start gap-2.5 rounded-card px-3 py-2.5', toneSoft.warn)}>
          <Info className="mt-0.5 size-4 shrink-0" aria-hidden />
          The last {connection.refreshFailureCount} refreshes failed. It still works and is being tried again.
        </p>
      )}
    </>
  )
}
