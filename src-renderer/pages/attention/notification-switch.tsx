import { Bell, BellOff, BellRing } from 'lucide-react'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { Button } from '../../components/button'
import { wantNotifications } from '../../lib/system-notifications'
import { useNotificationChoice } from '../../lib/use-notification-choice'
import { useConnect } from '../../stores/use-connect'

/** Whether the browser also tells of what breaks while the person looks elsewhere. Asked for here, never at start. */
export function NotificationSwitch() {
  const inBrowser = useConnect((state) => state.host.kind === 'browser')
  const choice = useNotificationChoice()
  // The desktop application has notifications of its own.
  if (!inBrowser || choice === 'unsupported') return null
  if (choice === 'refused') {
    return (
      <p className="flex items-center gap-1.5 text-muted text-small">
        <BellOff className="size-3.5" aria-hidden />
        {attentionWords.notificationsRefused}
      </p>
    )
  }
  const on = choice === 'on'
  const Icon = on ? BellRing : Bell
  return (
    <Button look="quiet" aria-pressed={on} onClick={() => void wantNotifications(!on)}>
      <Icon aria-hidden />
      {on ? attentionWords.notificationsAreOn : attentionWords.notifyMe}
    </Button>
  )
}
