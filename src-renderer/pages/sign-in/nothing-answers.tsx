import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'

export function NothingAnswers() {
  const readVault = useConnect((state) => state.readVault)
  const retry = useAction(readVault)
  return (
    <GateCard
      mark={<BrandMark className="size-10" />}
      title="Nothing answers"
      lead="Neurocad Connect is starting, or it has been stopped. Your connections are safe in the vault."
    >
      <Button look="primary" className="w-full" busy={retry.busy} onClick={() => void retry.run()}>
        Try again
      </Button>
    </GateCard>
  )
}
