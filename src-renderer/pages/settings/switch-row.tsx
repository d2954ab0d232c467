import type { ReactNode } from 'react'
import type { Settings } from '../../../src-shared/contract/settings'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { SettingRow } from '../../components/setting-row'
import { Switch } from '../../components/switch'
import { useSetting } from './use-setting'

type SwitchName = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings]

const say = (on: boolean) => (on ? settingsWords.on : settingsWords.off)

/** A setting that is on or off. */
export function SwitchRow({ name, title, description }: { name: SwitchName; title: string; description?: ReactNode }) {
  const { value, change, problem } = useSetting(name, { title, say })
  return (
    <SettingRow
      title={title}
      description={description}
      problem={problem}
      control={(labelled) => <Switch {...labelled} checked={value === true} onCheckedChange={change} />}
    />
  )
}
