import { type FormEvent, useEffect, useState } from 'react'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { Button } from '../../components/button'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { keyProblem } from '../settings/security/key-problem'
import { useCooldown } from '../vault/use-cooldown'
import { StepHeading } from './step-heading'

export function PasswordStep({ onCode }: { onCode(code: string): void }) {
  const startRecovery = useConnect((state) => state.startRecovery)
  const loadSlots = useConnect((state) => state.loadSlots)
  const replaces = useConnect((state) => state.slots?.some(({ kind }) => kind === 'recovery') === true)
  const [password, setPassword] = useState('')
  const start = useAction(async () => onCode(await startRecovery(password)))
  const wait = useCooldown(start.problem)
  const beside = keyProblem(start.problem, wait)
  useEffect(() => void loadSlots(), [loadSlots])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && wait === 0) void start.run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <StepHeading title={recoveryWords.passwordTitle} lead={recoveryWords.passwordLead} />
      {replaces && <p>{recoveryWords.replaces}</p>}
      <PasswordField
        label={recoveryWords.password}
        name="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value)
          start.clear()
        }}
        problem={beside}
      />
      {start.problem !== undefined && beside === undefined && (
        <ProblemNotice problem={start.problem} onRetry={() => void start.run()} />
      )}
      <Button type="submit" look="primary" className="self-start" busy={start.busy} disabled={password === '' || wait > 0}>
        {recoveryWords.show}
      </Button>
    </form>
  )
}
