import { settingsWords } from '../../../src-shared/words/en/settings'
import { SettingCard } from '../../components/setting-row'
import { SwitchRow } from './switch-row'

export function TrayAndWindow() {
  return (
    <SettingCard>
      <SwitchRow name="closeToTray" title={settingsWords.closeToTray} description={settingsWords.closeToTrayLead} />
    </SettingCard>
  )
}
