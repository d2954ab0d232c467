import { CircleCheck } from 'lucide-react'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { Button } from '../../components/button'
import { StepHeading } from './step-heading'

export function DoneStep({ onClose }: { onClose(): void }) {
  return (
    <div className="flex flex-col gap-4" role="status">
      <CircleCheck className="size-8 text-ok-ink" aria-hidden />
      <StepHeading focus title={recoveryWords.doneTitle} lead={recoveryWords.doneLead} />
      <Button look="primary" className="self-start" onClick={onClose}>
        {recoveryWords.done}
      </Button>
    </div>
  )
}
