import type { ReactNode } from 'react'
import type { Settings } from '../../../src-shared/contract/settings'
import { Select } from '../../components/select'
import { SettingRow } from '../../components/setting-row'
import { useSetting } from './use-setting'

type ChoiceName = 'autoLockMinutes' | 'passwordEveryHours' | 'receiveLimitMiB'

interface SelectRowProps<Name extends ChoiceName> {
  name: Name
  title: string
  description: ReactNode
  choices: readonly { value: Settings[Name]; label: string }[]
}

/** A setting that is one of a few numbers, or never. */
export function SelectRow<Name extends ChoiceName>({ name, title, description, choices }: SelectRowProps<Name>) {
  const labelOf = (value: Settings[Name]) => choices.find((choice) => choice.value === value)?.label ?? ''
  const { value, change, problem } = useSetting(name, { title, say: labelOf })
  return (
    <SettingRow
      title={title}
      description={description}
      problem={problem}
      control={(labelled) => (
        <Select
          {...labelled}
          value={value === undefined ? '' : labelOf(value)}
          options={choices.map(({ label }) => ({ value: label, label }))}
          onValueChange={(label) => {
            const chosen = choices.find((choice) => choice.label === label)
            if (chosen !== undefined) change(chosen.value)
          }}
        />
      )}
    />
  )
}
