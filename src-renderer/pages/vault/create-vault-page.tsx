import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'
import { OnlyOwner } from './only-owner'

export function CreateVaultPage() {
  useTitle('Create your vault')
  const ownsVault = useConnect((state) => state.ownsVault)
  const createVault = useConnect((state) => state.createVault)
  const readVault = useConnect((state) => state.readVault)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const create = useAction(createVault)

  const advice = passwordProblem(password)
  const differs = again !== '' && again !== password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (advice === undefined && again === password) void create.run(password)
  }
  const refused = fieldProblems(create.problem).password
  const problem = refused ?? (advice !== undefined && (asked || [...password].length >= 8) ? advice : undefined)
  return (
    <GateCard
      mark={<BrandMark className="size-10" />}
      title="Create your vault"
      lead="Your connections are kept on this computer, sealed with a password that only you know."
    >
      {ownsVault ? (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <PasswordField
            label="Password"
            name="password"
            autoComplete="new-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            problem={problem}
            hint={problem === undefined ? adviceFor(password) : undefined}
          />
          <PasswordField
            label="Password again"
            name="password-again"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
            problem={differs || (asked && again === '') ? 'Type the same password twice.' : undefined}
          />
          <p className="flex items-start gap-2 rounded-card bg-warn-soft px-3 py-2.5 text-small text-warn-ink">
            <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            Nobody can recover this password. Without it the vault stays shut and every connection has to be added again.
          </p>
          {create.problem !== undefined && refused === undefined && (
            <ProblemNotice problem={create.problem} onUnlock={() => void readVault()} />
          )}
          <Button type="submit" look="primary" busy={create.busy}>
            Create vault
          </Button>
        </form>
      ) : (
        <OnlyOwner what="create it" />
      )}
    </GateCard>
  )
}

function adviceFor(password: string): string {
  const length = [...password].length
  if (length === 0) return 'At least 8 characters. A few unrelated words are easy to remember and hard to guess.'
  if (length < 8) return `${8 - length} more ${length === 7 ? 'character' : 'characters'}.`
  return length < 14 ? 'Good. Longer is better.' : 'Very good.'
}
