import { commonWords } from '../../src-shared/words/en/common'
import { keysWords } from '../../src-shared/words/en/keys'
import { useAction } from '../lib/use-action'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'
import { ProblemNotice } from './problem-notice'

interface PurgeDialogProps {
  title: string
  lead: string
  button: string
  /** Resolves when it is done, and the dialog closes. */
  onPurge(): Promise<void>
  onClose(): void
}

/** Says what goes for good and what stays. */
export function PurgeDialog({ title, lead, button, onPurge, onClose }: PurgeDialogProps) {
  const purge = useAction(async () => {
    await onPurge()
    onClose()
  })
  return (
    <Dialog alert title={title} description={lead} onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="text-muted">{keysWords.purgeStays}</p>
        {purge.problem !== undefined && <ProblemNotice problem={purge.problem} onRetry={() => void purge.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={purge.busy} onClick={() => void purge.run()}>
          {button}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
