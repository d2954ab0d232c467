import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import type { Inputs } from '../../../src-shared/contract'
import type { DeploymentId } from '../../../src-shared/domain/identifiers'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { textAreaLook } from '../../components/field'
import { describedBy, FieldFrame } from '../../components/field-frame'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

type RunInput = NonNullable<Inputs['deployment']['run']['input']>

interface RunDialogProps {
  deploymentId: DeploymentId
  name: string
  onClose(): void
}

/** Runs a deployment with what a manual trigger is to hand on. */
export function RunDialog({ deploymentId, name, onClose }: RunDialogProps) {
  const id = useId()
  const [, navigate] = useLocation()
  const startRun = useConnect((state) => state.startRun)
  const [text, setText] = useState('{\n  \n}')
  const [refused, setRefused] = useState(false)
  const start = useAction(async (input: RunInput | undefined) => {
    const run = await startRun({ id: deploymentId, ...(input && { input }) })
    onClose()
    navigate(paths.run(run))
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = text.trim() === '' ? undefined : readObject(text)
    setRefused(input === null)
    if (input !== null) void start.run(input)
  }
  const frame = {
    label: recipePageWords.input,
    hint: recipePageWords.inputHint,
    problem: refused ? recipePageWords.inputNotObject : undefined,
  }
  return (
    <Dialog title={recipePageWords.runTitle(name)} description={recipePageWords.runLead} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="flex flex-col gap-3 px-5 pt-4">
          <FieldFrame id={id} {...frame}>
            <textarea
              id={id}
              rows={6}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              aria-invalid={refused || undefined}
              aria-describedby={describedBy(id, frame)}
              className={`${textAreaLook} resize-y font-mono text-small`}
            />
          </FieldFrame>
          {start.problem !== undefined && <ProblemNotice problem={start.problem} />}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look="primary" busy={start.busy}>
            {recipePageWords.runNow}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Null where it is none. */
function readObject(text: string): RunInput | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RunInput) : null
  } catch {
    return null
  }
}
