import { useId, useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { Select } from '../../components/select'
import { useAction } from '../../lib/use-action'
import { useAnswer } from '../../lib/use-answer'
import { useConnect } from '../../stores/use-connect'

/** As many as a list to choose from can hold. */
const offeredAtMost = 200

/** Lets the drafts of all recipes that use a connection use another of its type. */
export function RebindForm({ connection }: { connection: ConnectionView }) {
  const id = useId()
  const client = useConnect((state) => state.client)
  const rebind = useConnect((state) => state.rebind)
  const notify = useConnect((state) => state.notify)
  const [chosen, setChosen] = useState<string>()
  const { value } = useAnswer(
    (signal) => client.connection.list({ type: connection.type, status: 'active', limit: offeredAtMost }, { signal }),
    [client, connection.type],
  )
  const others = value?.items.filter((other) => other.id !== connection.id)
  const other = others?.find((one) => one.id === chosen) ?? others?.[0]
  const act = useAction(async () => {
    if (other === undefined) return
    notify(usageWords.rebound(await rebind(connection.id, other.id), other.name))
  })
  if (others === undefined) return null
  if (other === undefined) return <p className="text-muted text-small">{usageWords.noOther}</p>
  return (
    <div className="flex flex-col gap-2 rounded-control border border-line px-3 py-2.5">
      <p className="font-medium">{usageWords.instead}</p>
      <p className="text-muted text-small">{usageWords.insteadLead}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          id={id}
          aria-label={usageWords.insteadOne}
          value={other.id}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          onValueChange={setChosen}
        />
        <Button busy={act.busy} onClick={() => void act.run()}>
          {usageWords.rebind}
        </Button>
      </div>
      {act.problem !== undefined && <ProblemNotice problem={act.problem} onRetry={() => void act.run()} />}
    </div>
  )
}
