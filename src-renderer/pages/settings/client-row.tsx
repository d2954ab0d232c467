import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ClientView } from '../../../src-shared/contract/client'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
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
          Acts as {view.subject} · {view.lastUsedAt === null ? 'not used yet' : 'used '}
          {view.lastUsedAt !== null && <RelativeTime at={view.lastUsedAt} />}
        </p>
      </div>
      <Button look="quiet-danger" onClick={() => setAsking(true)} aria-label={`Revoke ${view.name}`}>
        Revoke
      </Button>
      {asking && (
        <Dialog
          alert
          title={`Revoke “${view.name}”?`}
          description="Whatever uses this token is refused from now on. A revoked token cannot be brought back; you can make a new one."
          onClose={() => setAsking(false)}
        >
          {revoke.problem !== undefined && (
            <div className="px-5 pt-3">
              <ProblemNotice problem={revoke.problem} onRetry={() => void revoke.run()} />
            </div>
          )}
          <DialogActions>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button look="danger" busy={revoke.busy} onClick={() => void revoke.run()}>
              Revoke token
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  )
}
