import type { GrantView } from '../../../src-shared/contract/grant'
import { commonWords } from '../../../src-shared/words/en/common'
import { grantWords } from '../../../src-shared/words/en/grant'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** Says what stops, by name. */
export function RevokeDialog({ grant, onClose }: { grant: GrantView; onClose(): void }) {
  const revokeGrant = useConnect((state) => state.revokeGrant)
  const notify = useConnect((state) => state.notify)
  const revoke = useAction(async () => {
    await revokeGrant(grant.id)
    notify(grantWords.revokedIt(grant.nodeName))
    onClose()
  })
  return (
    <Dialog
      alert
      title={grantWords.revokeTitle(grant.nodeName)}
      description={grantWords.revokeLead(grant.recipeName, grant.connectionName)}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="text-muted">{grantWords.revokeAgain}</p>
        {revoke.problem !== undefined && <ProblemNotice problem={revoke.problem} onRetry={() => void revoke.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={revoke.busy} onClick={() => void revoke.run()}>
          {grantWords.revokeButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
