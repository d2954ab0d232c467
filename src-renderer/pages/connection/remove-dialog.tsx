import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import type { Answer } from '../../lib/use-answer'
import { useConnect } from '../../stores/use-connect'
import { BlastRadius } from './blast-radius'
import { RebindForm } from './rebind-form'

interface RemoveDialogProps {
  connection: ConnectionView
  usage: Answer<ConnectionUsage>
  /** Undefined where there is nobody to tell: the connection is a key that was entered. */
  providerName: string | undefined
  onClose(): void
  /** With what is left to do at the provider, where it could not be told. */
  onRemoved(providerNotice: string | undefined): void
}

export function RemoveDialog({ connection, usage, providerName, onClose, onRemoved }: RemoveDialogProps) {
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
        {usage.value !== undefined && <BlastRadius recipes={usage.value.recipes} />}
        {usage.value === undefined && usage.problem !== undefined && <p className="text-warn-ink">{usageWords.notKnown}</p>}
        {(usage.value?.recipes.length ?? 0) > 0 && <RebindForm connection={connection} />}
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
