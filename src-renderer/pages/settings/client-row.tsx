import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ClientView } from '../../../src-shared/contract/client'
import { apiAccessWords } from '../../../src-shared/words/en/api-access'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { RichText } from '../../components/rich-text'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

export function ClientRow({ view, onRevoked }: { view: ClientView; onRevoked(): void }) {
  const client = useConnect((state) => state.client)
  const [asking, setAsking] = useState(false)
  const revoke = useAction(async () => {
    await client.client.revoke({ id: view.id })
    setAsking(false)
    onRevoked()
  })
  return (
    <li className="flex min-h-12 items-center gap-3 border-line border-b px-3.5 py-1.5 last:border-b-0">
      <KeyRound className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{view.name}</p>
        <p className="text-muted text-small">
          {apiAccessWords.actsAs(view.subject)} ·{' '}
          {view.lastUsedAt === null ? (
            apiAccessWords.notUsed
          ) : (
            <RichText of={apiAccessWords.used(<RelativeTime key="used" at={view.lastUsedAt} />)} />
          )}
        </p>
      </div>
      <Button look="quiet-danger" onClick={() => setAsking(true)} aria-label={apiAccessWords.revokeOne(view.name)}>
        {apiAccessWords.revoke}
      </Button>
      {asking && (
        <Dialog
          alert
          title={apiAccessWords.revokeAsk(view.name)}
          description={apiAccessWords.revokeWhy}
          onClose={() => setAsking(false)}
        >
          {revoke.problem !== undefined && (
            <div className="px-5 pt-3">
              <ProblemNotice problem={revoke.problem} onRetry={() => void revoke.run()} />
            </div>
          )}
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{commonWords.keepIt}</Button>
            <Button look="danger" busy={revoke.busy} onClick={() => void revoke.run()}>
              {apiAccessWords.revokeButton}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  )
}
