import { TriangleAlert } from 'lucide-react'
import type { FormEvent } from 'react'
import { useLocation } from 'wouter'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'
import { NewPasswordFields } from './new-password-fields'
import { OnlyOwner } from './only-owner'
import { useNewPassword } from './use-new-password'

export function CreateVaultPage() {
  useTitle(gateWords.createTitle)
  const ownsVault = useConnect((state) => state.ownsVault)
  return (
    <GateCard mark={<BrandMark className="size-10" />} title={gateWords.createTitle} lead={gateWords.createLead}>
      {ownsVault ? <CreateForm /> : <OnlyOwner sentence={gateWords.createOnlyOwner} />}
    </GateCard>
  )
}

function CreateForm() {
  const createVault = useConnect((state) => state.createVault)
  const readVault = useConnect((state) => state.readVault)
  const offer = useConnect((state) => state.offer)
  const [, navigate] = useLocation()
  const chosen = useNewPassword()
  const create = useAction(async (password: string) => {
    await createVault(password)
    offer({
      text: gateWords.vaultReady,
      detail: gateWords.vaultReadyDetail,
      topic: 'recovery',
      lasting: true,
      action: { label: gateWords.offerRecovery, run: () => navigate(paths.recovery) },
    })
  })
  const refused = fieldProblems(create.problem).password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const password = chosen.take()
    if (password !== undefined) void create.run(password)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <NewPasswordFields
        chosen={chosen}
        label={gateWords.password}
        againLabel={gateWords.passwordAgain}
        autoFocus
        refused={refused}
      />
      <p className="flex items-start gap-2 rounded-card bg-warn-soft px-3 py-2.5 text-small text-warn-ink">
        <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        {gateWords.createWarning}
      </p>
      {create.problem !== undefined && refused === undefined && (
        <ProblemNotice problem={create.problem} onUnlock={() => void readVault()} />
      )}
      <Button type="submit" look="primary" busy={create.busy}>
        {gateWords.create}
      </Button>
    </form>
  )
}
