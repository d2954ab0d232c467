import { type FormEvent, useEffect, useRef, useState } from 'react'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useConnect } from '../../stores/use-connect'
import type { Unlock } from './use-unlock'

interface PasswordUnlockProps {
  attempt: Unlock
  /** Whether there is a better way above it. */
  second: boolean
}

export function PasswordUnlock({ attempt, second }: PasswordUnlockProps) {
  const readVault = useConnect((state) => state.readVault)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { wrong, wait, problem } = attempt

  useEffect(() => {
    // Ready for the next try: typing replaces what was wrong.
    if (wrong) field.current?.select()
  }, [wrong])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && wait === 0) attempt.run({ password })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <PasswordField
        ref={field}
        label={gateWords.password}
        name="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value)
          if (wrong) attempt.clear()
        }}
        problem={wait > 0 ? gateWords.tooManyPasswords(wait) : wrong?.sentence}
      />
      {problem !== undefined && (
        <ProblemNotice problem={problem} onUnlock={() => void readVault()} onRetry={() => attempt.run({ password })} />
      )}
      <Button type="submit" look={second ? 'secondary' : 'primary'} busy={attempt.busy} disabled={password === '' || wait > 0}>
        {attempt.busy ? gateWords.unlocking : gateWords.unlock}
      </Button>
    </form>
  )
}
