import { type FormEvent, useId, useState } from 'react'
import type { ImportDefaults } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { FieldFrame } from '../../components/field-frame'
import { Section } from '../../components/section'
import { Select } from '../../components/select'

interface ChooseDefaultsProps {
  defaults: ImportDefaults
  busy: boolean
  onChoose(defaults: ImportDefaults): void
}

const placements = (['auto', 'header', 'query', 'basic'] as const).map((value) => ({ value, label: words.placements[value] }))
const visibilities = (['org', 'private'] as const).map((value) => ({ value, label: words.visibilities[value] }))

/** What holds for every entry that says nothing else itself. */
export function ChooseDefaults({ defaults, busy, onChoose }: ChooseDefaultsProps) {
  const [origins, setOrigins] = useState(defaults.origins)
  const [parameter, setParameter] = useState(defaults.parameter ?? '')
  const [placementId, visibilityId] = [useId(), useId()]
  const send = (event: FormEvent) => {
    event.preventDefault()
    onChoose({ ...defaults, origins, parameter: parameter.trim() === '' ? null : parameter.trim() })
  }
  const takesName = defaults.placement === 'header' || defaults.placement === 'query'
  return (
    <Section title={words.defaults}>
      <form onSubmit={send} className="grid items-start gap-3 sm:grid-cols-2">
        <Field
          label={words.origins}
          hint={words.originsHint}
          placeholder="https://api.example.com"
          spellCheck={false}
          value={origins}
          onChange={({ target }) => setOrigins(target.value)}
        />
        <FieldFrame id={placementId} label={words.placement}>
          <Select
            id={placementId}
            value={defaults.placement}
            options={placements}
            onValueChange={(value) => {
              const placement = placements.find((each) => each.value === value)?.value ?? 'auto'
              onChoose({ ...defaults, origins, placement, parameter: null })
            }}
          />
        </FieldFrame>
        {takesName && (
          <Field
            label={words.parameter}
            optional
            spellCheck={false}
            value={parameter}
            onChange={({ target }) => setParameter(target.value)}
          />
        )}
        <FieldFrame id={visibilityId} label={words.visibility}>
          <Select
            id={visibilityId}
            value={defaults.visibility}
            options={visibilities}
            onValueChange={(value) => onChoose({ ...defaults, origins, visibility: value === 'private' ? 'private' : 'org' })}
          />
        </FieldFrame>
        <div className="sm:col-span-2">
          <Button type="submit" busy={busy}>
            {words.apply}
          </Button>
        </div>
      </form>
    </Section>
  )
}
