import { type FormEvent, useState } from 'react'
import { commonWords } from '../../../../src-shared/words/en/common'
import { securityWords } from '../../../../src-shared/words/en/security'
import { Button } from '../../../components/button'
import { Dialog, DialogActions } from '../../../components/dialog'
import { Field } from '../../../components/field'
import { PasswordField } from '../../../components/password-field'
import { ProblemNotice } from '../../../components/problem-notice'
import { fieldProblems } from '../../../lib/problem'
import { useAction } from '../../../lib/use-action'
import { useConnect } from '../../../stores/use-connect'
import { NewPasswordFields } from '../../vault/new-password-fields'
import { useCooldown } from '../../vault/use-cooldown'
import { useNewPassword } from '../../vault/use-new-password'
import { keyProblem } from './key-problem'

interface ChangePasswordDialogProps {
  /** Whether the recovery code may stand in for a password that was forgotten. */
  hasRecovery: boolean
  onClose(): void
}

export function ChangePasswordDialog({ hasRecovery, onClose }: ChangePasswordDialogProps) {
  const changePassword = useConnect((state) => state.changePassword)
  const notify = useConnect((state) => state.notify)
  const [byCode, setByCode] = useState(false)
  const [current, setCurrent] = useState('')
  const chosen = useNewPassword(byCode ? '' : current)
  const change = useAction(async (newPassword: string) => {
    await changePassword({ current: byCode ? { recoveryCode: current } : { password: current }, newPassword })
    notify(securityWords.passwordChanged, securityWords.passwordChangedDetail)
    onClose()
  })
  const wait = useCooldown(change.problem)
  const beside = keyProblem(change.problem, wait)
  const refused = fieldProblems(change.problem).newPassword
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const password = chosen.take()
    if (password !== undefined && current !== '' && wait === 0) void change.run(password)
  }
  const proof = {
    value: current,
    onChange: (event: { target: { value: string } }) => {
      setCurrent(event.target.value)
      change.clear()
    },
    problem: beside,
  }
  return (
    <Dialog title={securityWords.changePassword} description={securityWords.changePasswordLead} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="flex flex-col gap-4 px-5 pt-4">
          {byCode ? (
            <Field
              {...proof}
              label={securityWords.recovery}
              name="recovery-code"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          ) : (
            <PasswordField
              {...proof}
              label={securityWords.currentPassword}
              name="current-password"
              autoComplete="current-password"
            />
          )}
          {hasRecovery && (
            <Button
              look="quiet"
              className="-mt-2 -ml-3 self-start"
              onClick={() => {
                setByCode(!byCode)
                setCurrent('')
                change.clear()
              }}
            >
              {byCode ? securityWords.usePasswordInstead : securityWords.useCodeInstead}
            </Button>
          )}
          <NewPasswordFields
            chosen={chosen}
            label={securityWords.newPassword}
            againLabel={securityWords.newPasswordAgain}
            refused={refused}
          />
          {change.problem !== undefined && beside === undefined && refused === undefined && (
            <ProblemNotice problem={change.problem} onRetry={() => void change.run(chosen.password)} />
          )}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look="primary" busy={change.busy} disabled={current === '' || wait > 0}>
            {securityWords.changePassword}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
