import { LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { commonWords } from '../../../src-shared/words/en/common'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { BrandMark } from '../frame/brand'

/** An engine is back within two seconds; one that is not may never be. */
const patienceMs = 10_000

/**
 * Instead of every page while there is no engine: nothing that came from the one before is shown. Trying again loads the page anew,
 * because a new document gets a new port even where this one's has been handed to an engine that never answered.
 */
export function EngineEndedPage({ stopped }: { stopped: boolean }) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <GateCard
      mark={<BrandMark className="size-10" />}
      title={stopped ? gateWords.stopped : gateWords.restarting}
      lead={stopped ? gateWords.stoppedLead : gateWords.restartingLead}
    >
      <div className="flex flex-col gap-4">
        {!stopped && (
          <p role="status" className="flex items-center gap-2 text-muted">
            <LoaderCircle className="spin size-4 text-accent-ink" aria-hidden />
            {slow ? gateWords.slow : ''}
          </p>
        )}
        {(stopped || slow) && (
          <Button look="primary" onClick={() => location.reload()}>
            {commonWords.tryAgain}
          </Button>
        )}
      </div>
    </GateCard>
  )
}
