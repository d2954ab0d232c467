import type { ConnectionView } from '../../../src-shared/contract/connection'
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
          {providerName === undefined
            ? 'The key is erased here; withdraw it at the service that gave it, too.'
            : `${providerName.charAt(0).toUpperCase()}${providerName.slice(1)} is told to revoke its access, and the token is erased here.`}{' '}
          The id and the history stay; reconnecting brings it back under the same id.
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
