import { type FormEvent, type ReactNode, useState } from 'react'
import { commonWords } from '../../../../src-shared/words/en/common'
import { securityWords } from '../../../../src-shared/words/en/security'
import { Button } from '../../../components/button'
import { Dialog, DialogActions } from '../../../components/dialog'
import { PasswordField } from '../../../components/password-field'
import { ProblemNotice } from '../../../components/problem-notice'
import { useAction } from '../../../lib/use-action'
import { useCooldown } from '../../vault/use-cooldown'
import { keyProblem } from './key-problem'

interface PasswordDialogProps {
  title: string
  lead: ReactNode
  button: string
  danger?: boolean
  /** Resolves when it is done, and the dialog closes. */
  onPassword(password: string): Promise<void>
  onClose(): void
}

/** Asks for the password before something is done that an open vault alone must not be enough for. */
export function PasswordDialog({ title, lead, button, danger = false, onPassword, onClose }: PasswordDialogProps) {
  const [password, setPassword] = useState('')
  const go = useAction(async () => {
    await onPassword(password)
    onClose()
  })
  const wait = useCooldown(go.problem)
  const beside = keyProblem(go.problem, wait)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && wait === 0) void go.run()
  }
  return (
    <Dialog alert title={title} description={lead} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="flex flex-col gap-3 px-5 pt-4">
          <PasswordField
            label={securityWords.yourPassword}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => {
              setPassword(event.target.value)
              go.clear()
            }}
            problem={beside}
          />
          {go.problem !== undefined && beside === undefined && (
            <ProblemNotice problem={go.problem} onRetry={() => void go.run()} />
          )}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={go.busy} disabled={password === '' || wait > 0}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
