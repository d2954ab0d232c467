import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { commonWords } from '../../../src-shared/words/en/common'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import { inputLook } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** The name as a heading; a click makes it a field. Enter keeps, Escape gives up, and another's change is not overwritten. */
export function EditableName({ connection }: { connection: ConnectionView }) {
  const rename = useConnect((state) => state.rename)
  const loadConnection = useConnect((state) => state.loadConnection)
  const [draft, setDraft] = useState<string>()
  const trigger = useRef<HTMLButtonElement>(null)
  const close = () => {
    setDraft(undefined)
    save.clear()
  }
  const editing = draft !== undefined
  const wasEditing = useRef(false)
  useEffect(() => {
    // Once the button is back: the page is drawn after the frame in which the answer came.
    if (wasEditing.current && !editing) trigger.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const save = useAction(async () => {
    const name = draft?.trim() ?? ''
    if (name !== '' && name !== connection.name) {
      try {
        await rename(connection, name)
      } catch (error) {
        // With the newest version at hand, saving again is a decision and not a lost update.
        await loadConnection(connection.id).catch(() => undefined)
        throw error
      }
    }
    close()
  })
  const fixed = connection.managed || connection.status === 'revoked'

  if (draft === undefined) {
    return (
      <div className="group flex min-h-8 min-w-0 items-center gap-1">
        <h1 className="truncate font-semibold text-title tracking-tight" title={connection.name}>
          <bdi>{connection.name}</bdi>
        </h1>
        {!fixed && (
          <button
            ref={trigger}
            type="button"
            aria-label={connectionWords.rename}
            title={connectionWords.rename}
            onClick={() => setDraft(connection.name)}
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink"
          >
            <Pencil className="size-3.5" aria-hidden />
          </button>
        )}
      </div>
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save.run()
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  const conflict = save.problem?.code === 'VERSION_CONFLICT'
  const refused = fieldProblems(save.problem).name
  return (
    <div className="flex flex-col gap-2">
      {/* The page keeps its heading while the name is a field. */}
      <h1 className="sr-only">{connection.name}</h1>
      <div className="flex max-w-lg gap-2">
        <input
          ref={(input) => input?.focus()}
          aria-label={connectionWords.name}
          aria-invalid={refused !== undefined || undefined}
          maxLength={120}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
          className={`${inputLook} font-semibold`}
        />
        <Button look="primary" busy={save.busy} disabled={draft.trim() === ''} onClick={() => void save.run()}>
          {connectionWords.save}
        </Button>
        <Button onClick={close}>{commonWords.cancel}</Button>
      </div>
      {refused !== undefined && (
        <p role="alert" className="text-bad-ink text-small">
          {refused}
        </p>
      )}
      {conflict && (
        <p role="alert" className="text-small text-warn-ink">
          {connectionWords.renamedMeanwhile(connection.name)}
        </p>
      )}
      {save.problem !== undefined && !conflict && refused === undefined && (
        <ProblemNotice problem={save.problem} onRetry={() => void save.run()} />
      )}
    </div>
  )
}
