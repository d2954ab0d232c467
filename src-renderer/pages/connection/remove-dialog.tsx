import type { ConnectionView } from '../../../src-shared/contract/connection'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface RemoveDialogProps {
  connection: ConnectionView
  typeName: string
  onClose(): void
  /** With what is left to do at the provider, where it could not be told. */
  onRemoved(providerNotice: string | undefined): void
}

export function RemoveDialog({ connection, typeName, onClose, onRemoved }: RemoveDialogProps) {
  const removeConnection = useConnect((state) => state.remove)
  const notify = useConnect((state) => state.notify)
  const remove = useAction(async () => {
    const { providerNotice } = await removeConnection(connection.id)
    notify(`Removed ${connection.name}`)
    onRemoved(providerNotice)
  })
  return (
    <Dialog
      alert
      title={`Remove ${connection.name}?`}
      description="Any recipe node still referencing this credential will fail to run until you reconfigure it."
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="text-muted">
          {typeName} is told to revoke its access, and the token is erased here. The id and the history stay; reconnecting brings
          it back under the same id.
        </p>
        {remove.problem !== undefined && <ProblemNotice problem={remove.problem} onRetry={() => void remove.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" busy={remove.busy} onClick={() => void remove.run()}>
          Remove connection
        </Button>
      </DialogActions>
    </Dialog>
  )
}
