import { type FormEvent, useState } from 'react'
import { readRecoveryCode } from '../../../src-shared/domain/recovery-code'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import type { Unlock } from './use-unlock'

interface RecoveryUnlockProps {
  attempt: Unlock
  /** Kept by the page: setting a new password afterwards takes it again. */
  code: string
  onCode(code: string): void
}

export default function RecoveryUnlock({ attempt, code, onCode }: RecoveryUnlockProps) {
  const [mistyped, setMistyped] = useState(false)
  const { wrong, wait, problem } = attempt
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '' || wait > 0) return
    // A slip of the pen is told without an attempt: those are few.
    if (readRecoveryCode(code) === undefined) setMistyped(true)
    else attempt.run({ recoveryCode: code })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={gateWords.recoveryCode}
        name="recovery-code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        placeholder={gateWords.recoveryCodeShape}
        className="font-mono"
        autoFocus
        value={code}
        onChange={(event) => {
          onCode(event.target.value)
          setMistyped(false)
          if (wrong) attempt.clear()
        }}
        problem={wait > 0 ? gateWords.tooManyCodes(wait) : mistyped ? gateWords.notACode : wrong?.sentence}
      />
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => attempt.run({ recoveryCode: code })} />}
      <Button type="submit" look="primary" busy={attempt.busy} disabled={code.trim() === '' || wait > 0}>
        {attempt.busy ? gateWords.unlocking : gateWords.unlock}
      </Button>
    </form>
  )
}
