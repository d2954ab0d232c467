import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { commonWords } from '../../../src-shared/words/en/common'
import { Dialog } from '../../components/dialog'
import { useAction } from '../../lib/use-action'
import { typeOfPurpose, type Waiting } from '../../stores/authorization-slice'
import { useConnect } from '../../stores/use-connect'
import { WalkSteps } from '../attention/walk-steps'
import { AccountDecision } from './account-decision'
import { AuthorizationEnded } from './authorization-ended'
import { useCompletion } from './use-completion'
import { WaitingForConsent } from './waiting-for-consent'

/** From the opened consent page to its outcome. Over whichever page is shown, since the person may look around meanwhile. */
export default function AuthorizationDialog({ waiting }: { waiting: Waiting }) {
  const view = useConnect((state) => state.authorizations[waiting.authorizationId])
  const name = useConnect((state) => state.types[typeOfPurpose(waiting.purpose)])?.name ?? commonWords.theProvider
  const walk = useConnect((state) => state.walk)
  const stopWaiting = useConnect((state) => state.stopWaiting)
  const resolveWaiting = useConnect((state) => state.resolveWaiting)
  const cancel = useAction(async () => {
    // Nothing is left to discard once it ended, and a failing discard must not keep anyone in here: it expires by itself.
    if (view === undefined || view.status === 'pending' || hasChoice(view.status))
      await resolveWaiting('discard').catch(() => undefined)
    stopWaiting()
  })
  useCompletion(waiting, view, name)

  const status = view?.status ?? 'pending'
  const title =
    waiting.purpose.kind === 'add'
      ? authorizationWords.connect(name)
      : authorizationWords.reconnect(waiting.purpose.connection.name)
  const leave = () => void cancel.run()
  return (
    <Dialog title={title} alert onClose={leave}>
      {walk !== undefined && (
        <div className="mx-5 mt-3 flex items-center gap-2">
          <WalkSteps walk={walk} />
        </div>
      )}
      {status === 'pending' && <WaitingForConsent waiting={waiting} name={name} onCancel={leave} />}
      {view !== undefined && hasChoice(status) && <AccountDecision waiting={waiting} view={view} name={name} onDiscard={leave} />}
      {view !== undefined && (status === 'failed' || status === 'expired') && (
        <AuthorizationEnded waiting={waiting} view={view} name={name} onClose={walk === undefined ? leave : undefined} />
      )}
    </Dialog>
  )
}

const hasChoice = (status: string) => status === 'account_exists' || status === 'account_mismatch'
