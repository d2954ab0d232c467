import type { ConnectionView } from '../../../src-shared/contract/connection'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface RemoveDialogProps {
  connection: ConnectionView
  /** Undefined where there is nobody to tell: the connection is a key that was entered. */
  providerName: string | undefined
  onClose(): void
  /** With what is left to do at the provider, where it could not be told. */
  onRemoved(providerNotice: string | undefined): void
}

export function RemoveDialog({ connection, providerName, onClose, onRemoved }: RemoveDialogProps) {
  const removeConnection = useConnect((state) => state.remove)
  const notify = useConnect((state) => state.notify)
  const remove = useAction(async () => {
    const { providerNotice } = await removeConnection(connection.id)
    notify(connectionWords.removed(connection.name))
    onRemoved(providerNotice)
  })
  return (
    <Dialog alert title={connectionWords.removeTitle(connection.name)} description={connectionWords.removeLead} onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="text-muted">
          {providerName === undefined ? connectionWords.removeKey : connectionWords.removeToken(providerName)}{' '}
          {connectionWords.removeKeeps}
        </p>
        {remove.problem !== undefined && <ProblemNotice problem={remove.problem} onRetry={() => void remove.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={remove.busy} onClick={() => void remove.run()}>
          {connectionWords.removeButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
