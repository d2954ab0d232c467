import type { DeploymentView } from '../../../src-shared/contract/deployment'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnectStore } from '../../stores/use-connect'

export function WithdrawDialog({ deployment, onClose }: { deployment: DeploymentView; onClose(): void }) {
  const store = useConnectStore()
  const { id, recipeId, recipeName, version } = deployment
  const withdraw = useAction(async () => {
    const { client, notify, recipesChanged } = store.getState()
    await client.deployment.withdraw({ id })
    recipesChanged([recipeId])
    notify(recipePageWords.withdrewIt)
    onClose()
  })
  return (
    <Dialog
      alert
      title={recipePageWords.withdrawTitle(recipeName, version)}
      description={recipePageWords.withdrawLead}
      onClose={onClose}
    >
      {withdraw.problem !== undefined && (
        <div className="px-5 pt-3">
          <ProblemNotice problem={withdraw.problem} onRetry={() => void withdraw.run()} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={withdraw.busy} onClick={() => void withdraw.run()}>
          {recipePageWords.withdrawButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
