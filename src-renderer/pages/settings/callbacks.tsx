import { callbackWords } from '../../../src-shared/words/en/callbacks'
import { Segments } from '../../components/segments'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useConnect } from '../../stores/use-connect'
import { CallbackDoctor } from './callback-doctor'
import { useSetting } from './use-setting'

const choices = [
  { value: 'loopback', label: callbackWords.loopback },
  { value: 'deep_link', label: callbackWords.deepLink },
] as const
type By = (typeof choices)[number]['value']

const labelOf = (by: By) => choices.find(({ value }) => value === by)?.label ?? by

export function Callbacks() {
  // Links are the system's to give away, and it gives them to applications.
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  return (
    <SettingCard>
      {desktop && <Preference />}
      <CallbackDoctor />
    </SettingCard>
  )
}

function Preference() {
  const { value, change, problem } = useSetting('callbackBy', { title: callbackWords.by, say: labelOf })
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen)
    if (found !== undefined) change(found.value)
  }
  return (
    <SettingRow
      group
      title={callbackWords.by}
      description={callbackWords.byLead}
      problem={problem}
      control={(labelled) => <Segments {...labelled} value={value ?? ''} onValueChange={choose} options={choices} />}
    />
  )
}
