import type { FormEvent } from 'react'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { ProblemNotice } from '../../components/problem-notice'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'
import { NewPasswordFields } from './new-password-fields'
import { useNewPassword } from './use-new-password'

/** After the recovery code has opened the vault: whoever used it has lost the password. */
export default function NewPasswordPage({ recoveryCode }: { recoveryCode: string }) {
  useTitle(gateWords.newPasswordTitle)
  const changePassword = useConnect((state) => state.changePassword)
  const settlePassword = useConnect((state) => state.settlePassword)
  const notify = useConnect((state) => state.notify)
  const chosen = useNewPassword()
  const change = useAction(async (newPassword: string) => {
    await changePassword({ current: { recoveryCode }, newPassword })
    notify(gateWords.passwordIsSet, gateWords.passwordIsSetDetail)
    settlePassword()
  })
  const refused = fieldProblems(change.problem).newPassword
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const password = chosen.take()
    if (password !== undefined) void change.run(password)
  }
  const later = () => {
    notify(gateWords.postponed, gateWords.postponedDetail, 'warn')
    settlePassword()
  }
  return (
    <GateCard mark={<BrandMark className="size-10" />} title={gateWords.newPasswordTitle} lead={gateWords.newPasswordLead}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordFields
          chosen={chosen}
          label={gateWords.newPassword}
          againLabel={gateWords.newPasswordAgain}
          autoFocus
          refused={refused}
        />
        {change.problem !== undefined && refused === undefined && (
          <ProblemNotice problem={change.problem} onRetry={() => void change.run(chosen.password)} />
        )}
        <Button type="submit" look="primary" busy={change.busy}>
          {gateWords.setPassword}
        </Button>
        <Button look="quiet" onClick={later}>
          {gateWords.later}
        </Button>
      </form>
    </GateCard>
  )
}
