import { type FormEvent, useId, useState } from 'react'
import type { ImportEntryView } from '../../../src-shared/contract/import'
import { commonWords } from '../../../src-shared/words/en/common'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { Field } from '../../components/field'
import { FieldFrame } from '../../components/field-frame'
import { ProblemNotice } from '../../components/problem-notice'
import { Select } from '../../components/select'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import type { Change } from './use-import-flow'

interface EditEntryProps {
  entry: ImportEntryView
  onClose(): void
  onSave(change: Change): Promise<void>
}

const placements = (['header', 'query', 'basic'] as const).map((value) => ({ value, label: words.placements[value] }))

/** What a person says of one entry in place of what its file says. */
export function EditEntry({ entry, onClose, onSave }: EditEntryProps) {
  const [name, setName] = useState(entry.name)
  const [origins, setOrigins] = useState(entry.origins.join(' '))
  const [chosen, setChosen] = useState(entry.chosen ?? 0)
  const [placement, setPlacement] = useState(entry.placement ?? 'header')
  const [valueId, placementId] = [useId(), useId()]
  const save = useAction(async () => {
    const change: Change = {
      ...(name.trim() === entry.name ? {} : { name }),
      ...(chosen === entry.chosen ? {} : { chosen }),
      ...(placement === entry.placement ? {} : { placement }),
      origins: origins.trim(),
    }
    await onSave(change)
    onClose()
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  const problems = {
    ...Object.fromEntries(entry.problems.map(({ field, message }) => [field, message])),
    ...fieldProblems(save.problem),
  }
  return (
    <Dialog title={words.editTitle} onClose={onClose}>
      <form onSubmit={send}>
        <div className="flex flex-col gap-3 px-5 pt-4">
          <Field
            label={words.column.name}
            value={name}
            problem={problems.name}
            onChange={({ target }) => setName(target.value)}
          />
          <FieldFrame id={valueId} label={words.which} problem={problems.key}>
            <Select
              id={valueId}
              value={String(chosen)}
              options={entry.values.map(({ field, length }, at) => ({ value: String(at), label: words.value(field, length) }))}
              onValueChange={(at) => setChosen(Number(at))}
            />
          </FieldFrame>
          <FieldFrame id={placementId} label={words.placement}>
            <Select
              id={placementId}
              value={placement}
              options={placements}
              onValueChange={(value) => setPlacement(placements.find((each) => each.value === value)?.value ?? 'header')}
            />
          </FieldFrame>
          <Field
            label={words.origins}
            placeholder="https://api.example.com"
            spellCheck={false}
            value={origins}
            problem={problems.origins}
            onChange={({ target }) => setOrigins(target.value)}
          />
          {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look="primary" busy={save.busy} disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
