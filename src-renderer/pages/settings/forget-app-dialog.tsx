import type { DirectoryCard } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface ForgetAppDialogProps {
  type: DirectoryCard['type']
  name: string
  onClose(): void
}

export function ForgetAppDialog({ type, name, onClose }: ForgetAppDialogProps) {
  const removeProviderApp = useConnect((state) => state.removeProviderApp)
  const forget = useAction(async () => {
    await removeProviderApp(type)
    onClose()
  })
  return (
    <Dialog alert title={providerAppWords.forgetAsk(name)} description={providerAppWords.forgetWhy(name)} onClose={onClose}>
      {forget.problem !== undefined && (
        <div className="px-5 pt-3">
          <ProblemNotice problem={forget.problem} onRetry={() => void forget.run()} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={forget.busy} onClick={() => void forget.run()}>
          {providerAppWords.forget}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
