import { Unplug } from 'lucide-react'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** Over the page while nothing answers. What is shown stays readable. */
export function EngineBanner() {
  const answering = useConnect((state) => state.answering)
  const readVault = useConnect((state) => state.readVault)
  const retry = useAction(readVault)
  if (answering) return null
  return (
    <div role="alert" className="flex items-center gap-2.5 border-b bg-warn-soft px-4 py-2 text-warn-ink">
      <Unplug className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">{gateWords.notAnswering}</p>
      <Button busy={retry.busy} onClick={() => void retry.run()}>
        {gateWords.tryAgainNow}
      </Button>
    </div>
  )
}
