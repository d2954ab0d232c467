import type { ReactNode } from 'react'
import { gateWords } from '../../../src-shared/words/en/gate'
import type { Rich } from '../../../src-shared/words/rich'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { RichText } from '../../components/rich-text'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** For someone whose vault this is not. In the demo, the owner is one click away. */
export function OnlyOwner({ sentence }: { sentence(who: ReactNode): Rich<ReactNode> }) {
  const actor = useConnect((state) => state.actor)
  const others = useConnect((state) => state.actors).filter(({ subject }) => subject !== actor?.subject)
  const switchActor = useConnect((state) => state.switchActor)
  const change = useAction(switchActor)
  return (
    <div className="flex flex-col gap-4">
      <p>
        <RichText of={sentence(<strong>{actor?.label}</strong>)} />
      </p>
      {others.map(({ subject, label }) => (
        <Button key={subject} look="primary" busy={change.busy} onClick={() => void change.run(subject)}>
          {gateWords.switchTo(label)}
        </Button>
      ))}
      {change.problem !== undefined && <ProblemNotice problem={change.problem} />}
    </div>
  )
}
