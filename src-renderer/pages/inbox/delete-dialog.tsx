import { useId, useState } from 'react'
import type { DeliveryView } from '../../../src-shared/contract/inbox'
import { commonWords } from '../../../src-shared/words/en/common'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

export function DeleteDialog({ delivery, onClose }: { delivery: DeliveryView; onClose(): void }) {
  const id = useId()
  const hasFile = delivery.path !== null
  const [keepFile, setKeepFile] = useState(false)
  const removeDelivery = useConnect((state) => state.removeDelivery)
  const notify = useConnect((state) => state.notify)
  const forgets = keepFile || !hasFile
  const remove = useAction(async () => {
    await removeDelivery(delivery.id, keepFile)
    notify(forgets ? inboxWords.forgotten(delivery.name) : inboxWords.deleted(delivery.name))
    onClose()
  })
  return (
    <Dialog
      alert
      title={inboxWords.deleteTitle(delivery.name)}
      description={hasFile ? inboxWords.deleteLead : inboxWords.deleteRefusedLead}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 px-5 pt-3">
        {hasFile && (
          <label htmlFor={id} className="flex items-center gap-2">
            <input
              id={id}
              type="checkbox"
              checked={keepFile}
              onChange={(event) => setKeepFile(event.target.checked)}
              className="size-4 accent-accent"
            />
            {inboxWords.keepFile}
          </label>
        )}
        {remove.problem !== undefined && <ProblemNotice problem={remove.problem} onRetry={() => void remove.run()} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{commonWords.keepIt}</Button>
        <Button look="danger" busy={remove.busy} onClick={() => void remove.run()}>
          {forgets ? inboxWords.forgetButton : inboxWords.deleteButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
