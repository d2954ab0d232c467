import type { DeliveryView } from '../../../src-shared/contract/inbox'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** Nothing that came from elsewhere is opened unasked. */
export function OpenDialog({ delivery, onClose }: { delivery: DeliveryView; onClose(): void }) {
  const openDelivery = useConnect((state) => state.openDelivery)
  const open = useAction(async () => {
    await openDelivery(delivery.id)
    onClose()
  })
  return (
    <Dialog
      alert
      title={inboxWords.openTitle(delivery.name)}
      description={inboxWords.openLead(delivery.sender.label)}
      onClose={onClose}
    >
      {open.problem !== undefined && (
        <div className="px-5 pt-3">
          <ProblemNotice problem={open.problem} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{inboxWords.keepClosed}</Button>
        <Button look="primary" busy={open.busy} onClick={() => void open.run()}>
          {inboxWords.openButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
