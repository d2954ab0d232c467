import type { DirectoryCard } from '../../../src-shared/contract/directory'
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
    <Dialog
      alert
      title={`Remove your ${name} app?`}
      description={`Its secret is erased. Connections you have keep working; adding or reconnecting one of ${name} needs an app again.`}
      onClose={onClose}
    >
      {forget.problem !== undefined && (
        <div className="px-5 pt-3">
          <ProblemNotice problem={forget.problem} onRetry={() => void forget.run()} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" busy={forget.busy} onClick={() => void forget.run()}>
          Remove app
        </Button>
      </DialogActions>
    </Dialog>
  )
}
