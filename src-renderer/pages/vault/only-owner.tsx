import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** For someone whose vault this is not. In the demo, the owner is one click away. */
export function OnlyOwner({ what }: { what: string }) {
  const actor = useConnect((state) => state.actor)
  const others = useConnect((state) => state.actors).filter(({ subject }) => subject !== actor?.subject)
  const switchActor = useConnect((state) => state.switchActor)
  const change = useAction(switchActor)
  return (
    <div className="flex flex-col gap-4">
      <p>
        This vault belongs to someone else, and only they can {what}. You are acting as <strong>{actor?.label}</strong>.
      </p>
      {others.map(({ subject, label }) => (
        <Button key={subject} look="primary" busy={change.busy} onClick={() => void change.run(subject)}>
          Switch to {label}
        </Button>
      ))}
      {change.problem !== undefined && <ProblemNotice problem={change.problem} />}
    </div>
  )
}
