import { commonWords } from '../../../src-shared/words/en/common'
import { signInWords } from '../../../src-shared/words/en/sign-in'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'

export function NothingAnswers() {
  const readVault = useConnect((state) => state.readVault)
  const retry = useAction(readVault)
  return (
    <GateCard mark={<BrandMark className="size-10" />} title={signInWords.nothingAnswers} lead={signInWords.nothingAnswersLead}>
      <Button look="primary" className="w-full" busy={retry.busy} onClick={() => void retry.run()}>
        {commonWords.tryAgain}
      </Button>
    </GateCard>
  )
}
