import { PasswordField } from '../../components/password-field'
import type { NewPassword } from './use-new-password'

interface NewPasswordFieldsProps {
  chosen: NewPassword
  label: string
  againLabel: string
  autoFocus?: boolean
  /** Why the engine refused it. */
  refused: string | undefined
}

export function NewPasswordFields({ chosen, label, againLabel, autoFocus, refused }: NewPasswordFieldsProps) {
  const problem = refused ?? chosen.problem
  return (
    <>
      <PasswordField
        label={label}
        name="password"
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={chosen.password}
        onChange={(event) => chosen.type(event.target.value)}
        problem={problem}
        hint={problem === undefined ? chosen.hint : undefined}
      />
      <PasswordField
        label={againLabel}
        name="password-again"
        autoComplete="new-password"
        value={chosen.again}
        onChange={(event) => chosen.typeAgain(event.target.value)}
        problem={chosen.againProblem}
      />
    </>
  )
}
