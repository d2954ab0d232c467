import { securityWords } from '../../../../src-shared/words/en/security'
import { SettingCard } from '../../../components/setting-row'
import { useConnect } from '../../../stores/use-connect'
import { SelectRow } from '../select-row'
import { SwitchRow } from '../switch-row'

const after = [
  { value: 1, label: securityWords.afterMinutes(1) },
  { value: 5, label: securityWords.afterMinutes(5) },
  { value: 15, label: securityWords.afterMinutes(15) },
  { value: 60, label: securityWords.afterAnHour },
  { value: null, label: securityWords.never },
] as const

export function LockSettings() {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const noticesScreen = useConnect((state) => state.facts?.screenLock != null)
  return (
    <SettingCard>
      <SelectRow name="autoLockMinutes" title={securityWords.autoLock} description={securityWords.autoLockLead} choices={after} />
      {noticesScreen && (
        <SwitchRow
          name="lockOnScreenLock"
          title={securityWords.lockOnScreenLock}
          description={securityWords.lockOnScreenLockLead}
        />
      )}
      {desktop && <SwitchRow name="lockOnSleep" title={securityWords.lockOnSleep} description={securityWords.lockOnSleepLead} />}
    </SettingCard>
  )
}
