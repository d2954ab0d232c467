import { type FormEvent, useState } from 'react'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** For providers that cannot reach this computer, and for browsers that could not. */
export function PasteAnswer({ required }: { required: boolean }) {
  const pasteAnswer = useConnect((state) => state.pasteAnswer)
  const [url, setUrl] = useState('')
  const finish = useAction(() => pasteAnswer(url.trim()))
  const refused = fieldProblems(finish.problem).url
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (url.trim() !== '') void finish.run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label={authorizationWords.address}
            name="callback-address"
            autoComplete="off"
            spellCheck={false}
            autoFocus={!required}
            placeholder="https://…?code=…&state=…"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            className="font-mono text-small"
          />
        </div>
        <Button type="submit" look="primary" busy={finish.busy} disabled={url.trim() === ''}>
          {authorizationWords.finish}
        </Button>
      </div>
      <p className="text-muted text-small">{authorizationWords.addressHint}</p>
      {refused !== undefined && (
        <p role="alert" className="text-bad-ink text-small">
          {refused}
        </p>
      )}
      {finish.problem !== undefined && refused === undefined && (
        <ProblemNotice problem={finish.problem} onRetry={() => void finish.run()} />
      )}
    </form>
  )
}
