import { type FormEvent, useEffect } from 'react'
import { useLocation } from 'wouter'
import type { TypeView } from '../../../src-shared/contract/directory'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { DeclaredFields } from '../../components/declared-fields'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { declaredProblems } from '../../lib/declared-values'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useDeclaredValues } from '../../lib/use-declared-values'
import { type Entering, typeOfPurpose } from '../../stores/authorization-slice'
import { useConnect } from '../../stores/use-connect'
import { formWords } from './form-words'

/** What a type declares, entered before authorizing or instead of it. Over whichever page asked for it. */
export default function EnterFieldsDialog({ entering }: { entering: Entering }) {
  const view = useConnect((state) => state.types[typeOfPurpose(entering.purpose)])
  const stopEntering = useConnect((state) => state.stopEntering)
  // Nothing can be entered for a type that is not known; it was read before this was opened.
  useEffect(() => {
    if (view === undefined) stopEntering()
  }, [view, stopEntering])
  return view === undefined ? null : <FieldsForm entering={entering} view={view} onClose={stopEntering} />
}

function FieldsForm({ entering, view, onClose }: { entering: Entering; view: TypeView; onClose(): void }) {
  const { purpose, known } = entering
  const submitFields = useConnect((state) => state.submitFields)
  const notify = useConnect((state) => state.notify)
  const [, navigate] = useLocation()
  const form = useDeclaredValues(view.fields, known)
  const words = formWords(entering, view)
  const submit = useAction(async () => {
    const made = await submitFields(form.entered())
    if (made === undefined) return
    onClose()
    if (purpose.kind === 'add') {
      notify(authorizationWords.connected(made.name), authorizationWords.recipesCan)
      navigate(`${paths.type(made.type)}?added=${made.id}`)
    } else notify(authorizationWords.reconnected(made.name), authorizationWords.sameId)
  })
  const placed = Object.keys(declaredProblems(view.fields, submit.problem, 'fields.')).length > 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (form.complete) void submit.run()
  }
  return (
    <Dialog title={words.title} description={words.lead} alert onClose={onClose} className="max-w-[560px]">
      <form onSubmit={onSubmit}>
        <div className="flex flex-col gap-4 px-5 pt-4 pb-4">
          <DeclaredFields
            fields={view.fields}
            values={form.values}
            onChange={form.change}
            problem={submit.problem}
            prefix="fields."
          />
          {submit.problem !== undefined && !placed && (
            <ProblemNotice problem={submit.problem} onRetry={() => void submit.run()} />
          )}
        </div>
        {/* The way on stays in sight, however long the form. */}
        <div className="sticky bottom-0 border-t bg-float">
          <DialogActions>
            <Button onClick={onClose}>{commonWords.cancel}</Button>
            <Button type="submit" look="primary" busy={submit.busy} disabled={!form.complete}>
              {words.button}
            </Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
