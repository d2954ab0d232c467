import { useState } from 'react'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { Button } from '../../components/button'
import { DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import type { Waiting } from '../../stores/authorization-slice'
import { useConnect } from '../../stores/use-connect'
import { decisionFor } from './decision'

interface AccountDecisionProps {
  waiting: Waiting
  view: AuthorizationView
  name: string
  onDiscard(): void
}

/** The provider named an account that is not the expected one, or that is connected already. Nothing was changed yet. */
export function AccountDecision({ waiting, view, name, onDiscard }: AccountDecisionProps) {
  const resolveWaiting = useConnect((state) => state.resolveWaiting)
  const existing = useConnect((state) => (view.connectionId === undefined ? undefined : state.connections[view.connectionId]))
  const resolve = useAction(resolveWaiting)
  const [chosen, setChosen] = useState<string>()
  const decision = decisionFor({ waiting, view, name, existingName: existing?.name })
  return (
    <>
      <div className="flex flex-col gap-3 px-5 pt-3">
        <p className="font-medium" role="status">
          {decision.headline}
        </p>
        <p className="text-muted">{decision.explanation}</p>
        {resolve.problem !== undefined && <ProblemNotice problem={resolve.problem} onRetry={onDiscard} />}
        <div className="flex flex-col gap-2">
          {decision.choices.map(({ choice, label, effect }, index) => (
            <button
              key={choice}
              type="button"
              // The safer one is first and has the keyboard.
              ref={(button) => {
                if (index === 0 && chosen === undefined) button?.focus()
              }}
              disabled={resolve.busy && chosen !== choice}
              onClick={() => {
                setChosen(choice)
                void resolve.run(choice)
              }}
              className="rounded-card border border-line-strong bg-card px-3.5 py-2.5 text-left transition-colors duration-100 hover:bg-hover disabled:opacity-50"
            >
              <span className="block font-medium">{label}</span>
              <span className="block text-muted text-small">{effect}</span>
            </button>
          ))}
        </div>
      </div>
      <DialogActions>
        <Button look="quiet" onClick={onDiscard}>
          {authorizationWords.discard}
        </Button>
      </DialogActions>
    </>
  )
}
