import { type FormEvent, useState } from 'react'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { StepHeading } from './step-heading'
import { typedCodeProblem } from './typed-code'

interface TypeBackStepProps {
  code: string
  onBack(): void
  onDone(): void
}

export function TypeBackStep({ code, onBack, onDone }: TypeBackStepProps) {
  const confirmRecovery = useConnect((state) => state.confirmRecovery)
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const confirm = useAction(async () => {
    await confirmRecovery(typed)
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = typedCodeProblem(typed, code)
    setMistake(found)
    if (found === undefined) void confirm.run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <StepHeading title={recoveryWords.typeTitle} lead={recoveryWords.typeLead} />
      <Field
        label={recoveryWords.typed}
        name="recovery-code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        maxLength={200}
        className="font-mono"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMistake(undefined)
          confirm.clear()
        }}
        problem={mistake}
      />
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} onRetry={() => void confirm.run()} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={confirm.busy} disabled={typed.trim() === ''}>
          {recoveryWords.confirm}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {recoveryWords.showAgain}
        </Button>
      </div>
    </form>
  )
}
