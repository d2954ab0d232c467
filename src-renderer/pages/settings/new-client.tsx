import { type FormEvent, useState } from 'react'
import { apiAccessWords } from '../../../src-shared/words/en/api-access'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { Field } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import { toneSoft } from '../../components/tone'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** Makes a token and shows it this once. It lives in this component alone and goes with it. */
export function NewClient({ onMade }: { onMade(): void }) {
  const client = useConnect((state) => state.client)
  const [name, setName] = useState('')
  const [made, setMade] = useState<{ name: string; token: string }>()
  const create = useAction(async () => {
    const { token } = await client.client.create({ name: name.trim() })
    setMade({ name: name.trim(), token })
    setName('')
    onMade()
  })
  const refused = fieldProblems(create.problem).name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void create.run()
  }
  return (
    <>
      <form onSubmit={submit} className="flex max-w-md items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label={apiAccessWords.nameOfNew}
            name="token-name"
            autoComplete="off"
            maxLength={80}
            placeholder={apiAccessWords.nameExample}
            value={name}
            onChange={(event) => setName(event.target.value)}
            problem={refused}
          />
        </div>
        <Button type="submit" busy={create.busy} disabled={name.trim() === ''}>
          {apiAccessWords.create}
        </Button>
      </form>
      {create.problem !== undefined && refused === undefined && (
        <ProblemNotice problem={create.problem} onRetry={() => void create.run()} />
      )}
      {made !== undefined && (
        <div role="status" className={`flex flex-col gap-2 rounded-card p-3.5 ${toneSoft.ok}`}>
          <p className="font-medium">{apiAccessWords.shownOnce(made.name)}</p>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 flex-1 select-all break-all rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-ink text-small">
              {made.token}
            </code>
            <CopyButton wide what={apiAccessWords.token} text={made.token} />
            <Button onClick={() => setMade(undefined)}>{apiAccessWords.done}</Button>
          </div>
        </div>
      )}
    </>
  )
}
