import { settingsWords } from '../../../src-shared/words/en/settings'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { Switch } from '../../components/switch'
import { wantNotifications } from '../../lib/system-notifications'
import { useNotificationChoice } from '../../lib/use-notification-choice'
import { useConnect } from '../../stores/use-connect'
import { SwitchRow } from './switch-row'

/** Under `serve` the browser's own; the desktop application has notifications of its own. */
export function Notifications() {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  return (
    <SettingCard>
      {desktop ? (
        <SwitchRow name="notifyBreakage" title={settingsWords.notifyBreakage} description={settingsWords.notifyBreakageLead} />
      ) : (
        <BrowserNotifications />
      )}
    </SettingCard>
  )
}

function BrowserNotifications() {
  const choice = useNotificationChoice()
  const refused = choice === 'refused'
  return (
    <SettingRow
      title={settingsWords.notifyBreakage}
      description={refused ? settingsWords.notificationsBlocked : settingsWords.notificationsBrowser}
      control={(labelled) => (
        <Switch
          {...labelled}
          checked={choice === 'on'}
          disabled={refused}
          onCheckedChange={(wanted) => void wantNotifications(wanted)}
        />
      )}
    />
  )
}
